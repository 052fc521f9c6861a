import { coversAll, type ImportSettings } from "@/lib/core/document/import-preview";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { parseLocale } from "@/lib/core/text/locale";
import { checkText } from "@/lib/core/text/well-formed";
import type { ImportRow } from "@/lib/db/imports";

export type PreviewFault = {
  readonly code: "title-required" | "title-too-long" | "bad-text" | "bad-locale" | "same-locale" | "bad-rows";
  readonly field: "title" | "sourceLocale" | "targetLocale" | "mtEngine" | "beads";
};

const TITLE_LIMIT = 300;
const ENGINE_LIMIT = 100;
const DRAFT_LIMIT = 2_000;

/** Checks title, locales and engine and gives them in canonical spelling. */
export function checkSettings(settings: ImportSettings): Result<ImportSettings, PreviewFault> {
  const title = checkText(settings.title, { maxLength: TITLE_LIMIT });
  if (!title.ok || settings.title.trim() === "") {
    const code =
      !title.ok && title.error === "too-long"
        ? "title-too-long"
        : settings.title.trim() === ""
          ? "title-required"
          : "bad-text";
    return err({ code, field: "title" });
  }
  const engine = checkText(settings.mtEngine, { maxLength: ENGINE_LIMIT });
  if (!engine.ok && engine.error !== "empty") return err({ code: "bad-text", field: "mtEngine" });
  const [sourceLocale, targetLocale] = [
    parseLocale(settings.sourceLocale),
    parseLocale(settings.targetLocale),
  ];
  if (!sourceLocale.ok) return err({ code: "bad-locale", field: "sourceLocale" });
  if (!targetLocale.ok) return err({ code: "bad-locale", field: "targetLocale" });
  if (sourceLocale.value === targetLocale.value) return err({ code: "same-locale", field: "targetLocale" });
  return ok({
    title: settings.title.trim(),
    mtEngine: settings.mtEngine.trim(),
    sourceLocale: sourceLocale.value,
    targetLocale: targetLocale.value,
  });
}

/**
 * Checks what a person is still typing: anything may be missing or too long for a document, but
 * must be storable. The settings come back as they are.
 */
export function checkDraftSettings(settings: ImportSettings): Result<ImportSettings, PreviewFault> {
  for (const field of ["title", "mtEngine", "sourceLocale", "targetLocale"] as const) {
    const checked = checkText(settings[field], { maxLength: DRAFT_LIMIT });
    if (!checked.ok && checked.error !== "empty") return err({ code: "bad-text", field });
  }
  return ok(settings);
}

/** Checks that the rows hold every paragraph of the import once, in order. */
export function checkRows(
  found: Pick<ImportRow, "source" | "target">,
  beads: ImportRow["beads"],
): Result<ImportRow["beads"], PreviewFault> {
  const covered = coversAll(beads, found.source.paragraphs.length, found.target.paragraphs.length);
  return covered ? ok(beads) : err({ code: "bad-rows", field: "beads" });
}
