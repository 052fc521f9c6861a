/** Outcome of an operation whose failure the caller is expected to handle. Broken invariants throw instead. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** A success. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** An expected failure; `error` is a string-literal code or an object that carries one. */
export const err = <const E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });
