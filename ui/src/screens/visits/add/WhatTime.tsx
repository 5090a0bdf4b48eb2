export function WhatTime() { return null; }
