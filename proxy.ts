import { type NextRequest, NextResponse } from "next/server";
import { LOCALE_COOKIE } from "@/lib/i18n/locales";
import { chooseLocale, localeOfPath, pathInLocale, switchedLocale } from "@/lib/i18n/negotiate";
import { chosenReadingLanguage, READING_COOKIE } from "@/lib/i18n/reading-language";

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
    "/((?!api/|_next/|icon\\.svg$|apple-icon\\.png$|favicon\\.ico$|robots\\.txt$|sitemap\\.xml$|feeds/|scripts/).*)",
  ],
};

const ONE_YEAR = 365 * 24 * 60 * 60;

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
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-address", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("Content-Security-Policy", policy); // Next takes the nonce of its own scripts from here
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  rememberLocale(request, response);
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'", // Mantine and the virtual list set style attributes
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Remembers choices, never mere reading: what sets no cookie can be kept by a cache. */
function rememberLocale(request: NextRequest, response: NextResponse): void {
  const speculative = request.headers.has("next-router-prefetch") || request.headers.has("sec-purpose");
  if (request.method !== "GET" || speculative) return;
  const host = request.headers.get("host");
  const address = new URL(request.nextUrl.pathname, host ? `http://${host}` : request.url);
  const referer = request.headers.get("referer");
  remember(request, response, LOCALE_COOKIE, switchedLocale(address, referer));
  remember(request, response, READING_COOKIE, chosenReadingLanguage(address, referer));
}

function remember(request: NextRequest, response: NextResponse, cookie: string, choice: string | null): void {
  if (!choice || request.cookies.get(cookie)?.value === choice) return;
  response.cookies.set(cookie, choice, {
    path: "/",
    maxAge: ONE_YEAR,
    sameSite: "lax",
    httpOnly: true,
    secure: request.nextUrl.protocol === "https:",
  });
}
