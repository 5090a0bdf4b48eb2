export function Kind() { return null; }
