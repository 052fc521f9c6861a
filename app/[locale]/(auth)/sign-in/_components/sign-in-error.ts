/** Why a sign-in did not come about; `minutes` until another try makes sense. */
export interface SignInError {
  readonly code:
    | "wrong-credentials"
    | "too-many-attempts"
    | "email-not-verified"
    | "disabled"
    | "provider"
    | "provider-setup"
    | "access-denied"
    | "again"
    | "foreign-origin"
    | "bad-request"
    | "unknown";
  readonly minutes: number;
}

/** Codes of next-auth and of our own call-backs, as they stand in the address of the page. */
const IN_ADDRESS: Readonly<Record<string, SignInError["code"]>> = {
  CredentialsSignin: "wrong-credentials",
  "email-not-verified": "email-not-verified",
  disabled: "disabled",
  AccessDenied: "access-denied",
  Configuration: "provider-setup",
  OAuthSignin: "provider",
  OAuthCallback: "provider",
  OAuthCreateAccount: "provider",
  Callback: "provider",
};

const ours: readonly SignInError["code"][] = ["wrong-credentials", "foreign-origin", "bad-request"];

const inMinutes = (seconds: number): number => Math.max(1, Math.ceil(seconds / 60));

/** The error that the query of the sign-in page speaks of; null if it speaks of none. */
export function parseSignInError(
  query: Readonly<Record<string, string | string[] | undefined>>,
): SignInError | null {
  if (query.csrf === "true") return { code: "again", minutes: 0 };
  if (typeof query.error !== "string") return null;
  const wait = /^too-many-attempts:(\d{1,6})$/.exec(query.error)?.[1];
  if (wait) return { code: "too-many-attempts", minutes: inMinutes(Number(wait)) };
  const known = Object.hasOwn(IN_ADDRESS, query.error) ? IN_ADDRESS[query.error] : undefined;
  return { code: known ?? "unknown", minutes: 0 };
}

/** The error that the action answers with. */
export function toSignInError(error: {
  readonly code: string;
  readonly retryInSeconds?: number;
}): SignInError {
  if (error.code === "too-many-attempts") {
    return { code: "too-many-attempts", minutes: inMinutes(error.retryInSeconds ?? 0) };
  }
  return { code: ours.find((code) => code === error.code) ?? "unknown", minutes: 0 };
}
