/** Why a request brought nothing: a code of ours, or "offline" if no answer came at all. */
export interface FetchFault {
  readonly code: string;
}

export type Fetched<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: FetchFault };

/** Reads JSON from a route of ours. Never throws. */
export async function fetchJson<T>(address: string): Promise<Fetched<T>> {
  try {
    const response = await fetch(address, { headers: { accept: "application/json" } });
    const body = (await response.json().catch(() => null)) as { error?: FetchFault } | null;
    if (response.ok && body !== null) return { ok: true, value: body as T };
    return { ok: false, error: { code: body?.error?.code ?? "unknown" } };
  } catch {
    return { ok: false, error: { code: "offline" } };
  }
}
