"use client";

import type { TFunction } from "i18next";
import { useEffect, useState } from "react";
import { createI18n } from "@/lib/i18n/create-i18n";
import { FALLBACK_LOCALE, type UiLocale } from "@/lib/i18n/locales";
import { readNamespaces } from "@/lib/i18n/messages";
import { localeOfPath } from "@/lib/i18n/negotiate";

interface Wording {
  readonly locale: UiLocale;
  readonly t: TFunction;
}

/**
 * Something threw, perhaps the layout that hands the messages down: so the words are
 * fetched here, when they are needed and in the language of the address.
 */
function useWordsOfAddress(): Wording | null {
  const [wording, setWording] = useState<Wording | null>(null);
  useEffect(() => {
    const locale = localeOfPath(window.location.pathname) ?? FALLBACK_LOCALE;
    void readNamespaces(locale, ["common"]).then((bundles) =>
      setWording({ locale, t: createI18n(locale, bundles).t }),
    );
  }, []);
  return wording;
}

const digestOf = (error: unknown): string | null =>
  error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : null;

/** What a person sees when a page threw: calm, with the number for the log and two ways on. */
export function BrokenPage({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const wording = useWordsOfAddress();
  if (!wording) return null;
  const { locale, t } = wording;
  const digest = digestOf(error);
  return (
    <div className="notice" role="alert" lang={locale}>
      <title>{t("broken.title")}</title>
      <h1>{t("broken.title")}</h1>
      <p>{t("broken.text")}</p>
      {digest && <p className="notice-number">{t("broken.number", { digest })}</p>}
      <p className="notice-ways">
        <button type="button" onClick={() => retry()}>
          {t("action.retry")}
        </button>
        <a href={`/${locale}`}>{t("notFound.home")}</a>
      </p>
    </div>
  );
}
