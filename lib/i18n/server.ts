import "server-only";

import type { TFunction } from "i18next";
import { cookies, headers } from "next/headers";
import { notFound } from "next/navigation";
import { locale as localeParam } from "next/root-params";
import { cache } from "react";
import { createI18n } from "./create-i18n";
import { createFormat, type Format } from "./format";
import { isUiLocale, LOCALE_COOKIE, type UiLocale } from "./locales";
import { type Namespace, readMessages } from "./messages";
import { chooseLocale, localeOfPath } from "./negotiate";
import { displayTimeZone } from "./time-zone";

/** The language of the address. An address whose first part is no language of ours does not exist. */
export async function uiLocale(): Promise<UiLocale> {
  const locale = await localeParam();
  return isUiLocale(locale) ? locale : notFound();
}

/** React's cache lives as long as one request: one instance per request and language. */
const instanceOfRequest = cache((locale: UiLocale) => createI18n(locale, {}));

/**
 * The translator of a server component: `const t = await getT("queue")`. Give several
 * namespaces to say `t("errors:unknown")`; `common` is always there. Route handlers and
 * server actions know no address language and give it themselves.
 */
export async function getT<const N extends Namespace | readonly [Namespace, ...Namespace[]]>(
  namespaces: N,
  locale?: UiLocale,
): Promise<TFunction<N>> {
  const language = locale ?? (await uiLocale());
  const instance = instanceOfRequest(language);
  const wanted: readonly Namespace[] = typeof namespaces === "string" ? [namespaces] : namespaces;
  const missing = [...wanted, "common" as const].filter(
    (name) => !instance.hasResourceBundle(language, name),
  );
  for (const name of missing) {
    const bundle = await readMessages(language, name);
    instance.addResourceBundle(language, name, bundle, false, false, { silent: true, skipCopy: true });
  }
  return instance.getFixedT(language, namespaces) as TFunction<N>;
}

/** Dates, numbers and names in the language of the address and the time zone of the installation. */
export async function getFormat(locale?: UiLocale): Promise<Format> {
  return createFormat(locale ?? (await uiLocale()), displayTimeZone());
}

/**
 * Path and query of the page being asked for, for links that keep the address. Comes from proxy.ts;
 * without it, the home page. Only ever a path of ours.
 */
export async function requestAddress(locale: UiLocale): Promise<string> {
  const address = (await headers()).get("x-address") ?? "";
  return /^\/(?![/\\])/.test(address) ? address : `/${locale}`;
}

/** The language for a document outside every language: its address, the cookie, the browser. */
export async function guessedLocale(): Promise<UiLocale> {
  const [list, jar] = await Promise.all([headers(), cookies()]);
  const named = localeOfPath(list.get("x-address") ?? "");
  return named ?? chooseLocale(jar.get(LOCALE_COOKIE)?.value, list.get("accept-language"));
}
