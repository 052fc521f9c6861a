import { createElement, type ReactNode, use } from "react";
import { renderToReadableStream } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { I18nProvider, useFormat, useT } from "@/lib/i18n/client";
import { createI18n } from "@/lib/i18n/create-i18n";
import { UI_LOCALES, type UiLocale } from "@/lib/i18n/locales";
import { readNamespaces } from "@/lib/i18n/messages";
import { random } from "../../support/random";

/** Says something before and after a pause in the middle of the page, as streamed pages do. */
function Waiting({ pause }: { readonly pause: Promise<void> }): ReactNode {
  const t = useT(["common", "errors"]);
  const format = useFormat();
  use(pause);
  return `${t("nav.queue")}|${t("nav.open", { count: 2 })}|${t("errors:not-allowed")}|${format.number(1234.5)}`;
}

const EXPECTED: Record<UiLocale, string> = {
  de: "Prüfliste|2 offen|Das dürfen Sie in diesem Projekt nicht.|1.234,5",
  en: "Queue|2 open|You may not do this in this project.|1,234.5",
};

/** One request: makes its own instance, renders, waits in the middle, goes on. */
async function answer(locale: UiLocale, delay: number): Promise<string> {
  const bundles = await readNamespaces(locale, ["common", "errors"]);
  const pause = new Promise<void>((resolve) => setTimeout(resolve, delay));
  const page = createElement(Waiting, { pause });
  const stream = await renderToReadableStream(
    // biome-ignore lint/correctness/noChildrenProp: the provider demands it in its type
    createElement(I18nProvider, { locale, timeZone: "Europe/Berlin", bundles, children: page }),
  );
  return new Response(stream).text();
}

describe("a translator", () => {
  it("answers 200 interleaved requests each in its own language", async () => {
    const next = random(11);
    const locales = Array.from(
      { length: 200 },
      () => UI_LOCALES[Math.floor(next() * UI_LOCALES.length)] ?? "en",
    );
    const answers = await Promise.all(locales.map((locale) => answer(locale, next() * 20)));
    expect(new Set(locales).size).toBe(UI_LOCALES.length);
    expect(answers).toEqual(locales.map((locale) => EXPECTED[locale]));
  });

  it("is not moved by another one that changes its language", async () => {
    const bundles = {
      de: await readNamespaces("de", ["common"]),
      en: await readNamespaces("en", ["common"]),
    };
    const german = createI18n("de", bundles.de);
    const english = createI18n("en", bundles.en);
    await english.changeLanguage("de");
    expect(german.t("nav.queue")).toBe("Prüfliste");
    expect(createI18n("en", bundles.en).t("nav.queue")).toBe("Queue");
  });

  it("counts with the plural forms of its language", async () => {
    const { t } = createI18n("en", await readNamespaces("en", ["errors"]));
    expect(t("errors:field.too-long", { count: 1 })).toBe("At most 1 character.");
    expect(t("errors:field.too-long", { count: 2 })).toBe("At most 2 characters.");
  });

  it("leaves escaping to React, which does it once", async () => {
    const { t } = createI18n("en", await readNamespaces("en", ["common"]));
    expect(t("user.menu", { name: "<b>&" })).toBe("Account of <b>&");
  });

  it("knows its keys at compile time", async () => {
    const { t } = createI18n("en", await readNamespaces("en", ["common"]));
    // @ts-expect-error: there is no such key
    expect(t("nope")).toBe("nope");
    // @ts-expect-error: there is no such key in that namespace
    expect(t("errors:nope")).toBe("nope");
  });
});
