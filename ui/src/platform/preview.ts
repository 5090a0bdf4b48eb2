import type { Request, Response } from '../door/door.ts';

const KEPT = 'kindway-preview-token';

/**
 * The preview's token comes once, in the address, and leaves it at once, so that it is in no screenshot and no bookmark. The
 * tab keeps it, so that a reload still works.
 */
function takeToken(): string {
  const address = new URL(window.location.href);
  const given = address.searchParams.get('t');
  try {
    if (given === null) return sessionStorage.getItem(KEPT) ?? '';
    address.searchParams.delete('t');
    history.replaceState(history.state, '', address.pathname + address.search + address.hash);
    sessionStorage.setItem(KEPT, given);
  } catch {
    // A browser that keeps nothing: the token holds until the page is left.
  }
  return given ?? '';
}

let token: string | undefined;

/** Long enough for any browser to have read what it was handed. */
const HANDED_OVER_MS = 10_000;

/** A browser puts a file among the downloads itself, and tells nobody where. */
export function save(name: string, file: string): void {
  const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), HANDED_OVER_MS);
}

/** Asks the preview's server. 200 is an answer, 422 a refusal of the core, anything else a fault. */
export async function call(request: Request): Promise<Response> {
  token ??= takeToken();
  const answer = await fetch('/call', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Kindway-Token': token },
    body: JSON.stringify(request),
  });
  if (answer.status === 200) return (await answer.json()) as Response;
  if (answer.status === 422) throw await answer.json();
  throw new Error('the preview does not answer');
}
