//! What the form leaves for the list to say once.

type Told = 'saved' | 'deleted';

let left: Told | undefined;

/** Leaves it. */
export function tell(told: Told): void {
  left = told;
}

/** Takes it, so that it is said once. */
export function takeTold(): Told | undefined {
  const told = left;
  left = undefined;
  return told;
}
