export function OneVisit() { return null; }
