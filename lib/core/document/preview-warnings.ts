/** What a person should be warned of before a preview becomes a document. */
import { CLEAR_GUESS, checkLanguages, type LanguageGuess } from "../interchange/check-languages";
import { languageOf } from "../text/locale";
import type { ImportFindings, ImportSettings } from "./import-preview";

export type PreviewWarning =
  | { readonly code: "unrelated" | "wrongBoth" }
  /** Both sides are clearly in this language. */
  | { readonly code: "sameLanguage"; readonly language: string }
  /** One side is clearly in another language than the one chosen for it. */
  | { readonly code: "wrongSource" | "wrongTarget"; readonly language: string; readonly chosen: string };

/** At most one warning about languages, the more telling one, and one about the pair as a whole. */
export function previewWarnings(
  findings: ImportFindings,
  { sourceLocale, targetLocale }: Pick<ImportSettings, "sourceLocale" | "targetLocale">,
): readonly PreviewWarning[] {
  const language = languageWarning(findings, sourceLocale, targetLocale);
  return [...(language ? [language] : []), ...(findings.related ? [] : [{ code: "unrelated" } as const])];
}

function languageWarning(
  { source, target }: ImportFindings,
  sourceLocale: string,
  targetLocale: string,
): PreviewWarning | null {
  const [sourceGuess, targetGuess] = [clear(source.guess), clear(target.guess)];
  if (sourceGuess && sourceGuess === targetGuess) return { code: "sameLanguage", language: sourceGuess };
  // Two unclear guesses that agree, and nobody who said otherwise.
  const agreed = source.guess?.locale === target.guess?.locale ? source.guess?.locale : undefined;
  if (agreed && languageOf(sourceLocale) === agreed && languageOf(targetLocale) === agreed) {
    return { code: "sameLanguage", language: agreed };
  }
  const checked = checkLanguages({
    source: { chosen: sourceLocale, guess: sourceLocale === "" ? null : source.guess },
    target: { chosen: targetLocale, guess: targetLocale === "" ? null : target.guess },
  });
  if (checked.ok) return null;
  if (checked.error.side === "both") return { code: "wrongBoth" };
  return checked.error.side === "source"
    ? { code: "wrongSource", language: sourceGuess ?? "", chosen: sourceLocale }
    : { code: "wrongTarget", language: targetGuess ?? "", chosen: targetLocale };
}

const clear = (guess: LanguageGuess | null): string | null =>
  guess && guess.confidence >= CLEAR_GUESS ? languageOf(guess.locale) : null;
