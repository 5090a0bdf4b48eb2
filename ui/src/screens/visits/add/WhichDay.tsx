export function WhichDay() { return null; }
