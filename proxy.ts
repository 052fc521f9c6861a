import { type NextRequest, NextResponse } from "next/server";
import { LOCALE_COOKIE } from "@/lib/i18n/locales";
import { chooseLocale, localeOfPath, pathInLocale } from "@/lib/i18n/negotiate";
import { CHOICE_SECONDS, newChoices } from "@/lib/i18n/remember";

/**
 * Gives a bare address its language and a page its content security policy. It decides
 * nothing about permission: without it, pages only lose these two.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  return localeOfPath(pathname) ? page(request) : redirectToLocale(request);
}

export const config = {
  matcher: [
    "/((?!api/|_next/|icon\\.svg$|apple-icon\\.png$|favicon\\.ico$|robots\\.txt$|sitemap\\.xml$|feeds/|scripts/|styles/).*)",
  ],
};

function redirectToLocale(request: NextRequest): NextResponse {
  const address = request.nextUrl.clone();
  const cookie = request.cookies.get(LOCALE_COOKIE)?.value;
  address.pathname = pathInLocale(
    address.pathname,
    chooseLocale(cookie, request.headers.get("accept-language")),
  );
  const response = NextResponse.redirect(address);
  response.headers.set("Vary", "Accept-Language, Cookie");
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

function page(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const policy = contentSecurityPolicy(nonce, request.nextUrl.pathname);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-address", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("Content-Security-Policy", policy); // Next takes the nonce of its own scripts from here
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  rememberChoices(request, response);
  return response;
}

/** The parts of the workbench, whose components set style attributes; nothing else may be styled inline. */
const STYLED_INLINE = /^\/[a-z]+\/(?:account|admin|documents|import|mine|queue|review|setup|sign-in)(?:\/|$)/;

function contentSecurityPolicy(nonce: string, pathname: string): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${development || STYLED_INLINE.test(pathname) ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function rememberChoices(request: NextRequest, response: NextResponse): void {
  const speculative = request.headers.has("next-router-prefetch") || request.headers.has("sec-purpose");
  if (request.method !== "GET" || speculative) return;
  const host = request.headers.get("host");
  const address = new URL(request.nextUrl.pathname, host ? `http://${host}` : request.url);
  const cookieOf = (name: string) => request.cookies.get(name)?.value;
  for (const { cookie, value } of newChoices(address, request.headers.get("referer"), cookieOf)) {
    response.cookies.set(cookie, value, {
      path: "/",
      maxAge: CHOICE_SECONDS,
      sameSite: "lax",
      httpOnly: true,
      secure: request.nextUrl.protocol === "https:",
    });
  }
}
