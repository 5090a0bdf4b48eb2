export function SomethingChanged() { return null; }
