import { parseReturnPath } from "@/lib/core/access/return-path";
import { localeOfPath } from "@/lib/i18n/negotiate";
import { liveSite } from "./same-origin";

interface SignInPage {
  readonly path: string;
  /** The page with a code of what went wrong and the way on to what was wanted. */
  saying(error: string): string;
}

/**
 * The sign-in page that next-auth comes back to, in the language of the address that was
 * wanted. Without one the page finds its language as every bare address does.
 */
export function signInPage(wanted: string | undefined): SignInPage {
  const { publicUrl } = liveSite();
  const origin = publicUrl && URL.canParse(publicUrl) ? new URL(publicUrl).origin : "";
  const returnPath = parseReturnPath(wanted, origin);
  const locale = returnPath && localeOfPath(returnPath);
  const path = locale ? `/${locale}/sign-in` : "/sign-in";
  const query = returnPath ? `&callbackUrl=${encodeURIComponent(returnPath)}` : "";
  return { path, saying: (error) => `${path}?error=${error}${query}` };
}
