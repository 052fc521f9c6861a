"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { I18nextProvider, useTranslation } from "react-i18next";
import { createI18n } from "./create-i18n";
import { createFormat, type Format } from "./format";
import type { UiLocale } from "./locales";
import type { MessageBundle, Namespace } from "./messages";

const FormatContext = createContext<Format | null>(null);

/** Hands the messages that the server chose to the client components below. */
export function I18nProvider({
  locale,
  timeZone,
  bundles,
  children,
}: {
  readonly locale: UiLocale;
  readonly timeZone: string;
  readonly bundles: Readonly<Record<string, MessageBundle>>;
  readonly children: ReactNode;
}) {
  const [instance] = useState(() => createI18n(locale, bundles));
  return (
    <FormatContext value={createFormat(locale, timeZone)}>
      <I18nextProvider i18n={instance}>{children}</I18nextProvider>
    </FormatContext>
  );
}

/**
 * The translator of a client component: `const t = useT("queue")`. The layout above must
 * hand the namespace down; `common` is always there.
 */
export function useT<const N extends Namespace | readonly [Namespace, ...Namespace[]] = "common">(
  namespaces?: N,
) {
  return useTranslation(namespaces ?? ("common" as N)).t;
}

/** Dates, numbers and names in the language of the page, the same on the server and after hydration. */
export function useFormat(): Format {
  const format = useContext(FormatContext);
  if (!format) throw new Error("useFormat needs an I18nProvider above it");
  return format;
}

export const useUiLocale = (): UiLocale => useFormat().locale;
