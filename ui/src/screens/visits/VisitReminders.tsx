export function VisitReminders() { return null; }
