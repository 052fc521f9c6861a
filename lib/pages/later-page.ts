import { createI18n } from "@/lib/i18n/create-i18n";
import { FALLBACK_LOCALE, isUiLocale } from "@/lib/i18n/locales";
import { readNamespaces } from "@/lib/i18n/messages";
import { READER_POLICY } from "./page-headers";

const AGAIN_SECONDS = 30;

/** Says that a page cannot be made just now and when to ask again; as plain as can be, since nothing may be rendered. */
export async function laterPage(target: string) {
  const first = target.split("/")[1] ?? "";
  const ui = isUiLocale(first) ? first : FALLBACK_LOCALE;
  const t = createI18n(ui, await readNamespaces(ui, ["reader"])).getFixedT(ui, "reader");
  const [title, text] = [t("later.title"), t("later.text")];
  const html = `<!DOCTYPE html><html lang="${ui}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
  return {
    status: 503,
    headers: [
      "content-type",
      "text/html; charset=utf-8",
      "content-security-policy",
      READER_POLICY,
      "x-content-type-options",
      "nosniff",
      "retry-after",
      String(AGAIN_SECONDS),
    ],
    body: Buffer.from(html),
  };
}
