export function CannotCome() { return null; }
