/**
 * The least that somebody must be to come in. "link": nobody without a signed link; "owner": nobody but the person
 * whose import it is; "nobody": closed for good, and sends everybody to the sign-in.
 */
export type Least =
  | "nobody"
  | "anybody"
  | "signed-in"
  | "reader"
  | "translator"
  | "editor"
  | "admin"
  | "installation"
  | "owner"
  | "link";

export type Answer = "sign-in-required" | "not-found" | "not-allowed" | "granted";

/**
 * A way into a running server: a page, an address of the API, or a server action. In an address,
 * "ORIGIN" stands for the server that is asked.
 */
export type Door = { readonly least: Least } & (
  | { readonly kind: "page"; readonly address: string }
  | { readonly kind: "api"; readonly method: string; readonly address: string; readonly body?: string }
  | { readonly kind: "action"; readonly page: string; readonly input: readonly unknown[] }
);
