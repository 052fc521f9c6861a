import type { TFunction } from "i18next";
import type { PreviewProblem } from "./use-autosave";

const OWN = [
  "title-required",
  "title-too-long",
  "bad-text",
  "bad-locale",
  "same-locale",
  "locale-exists",
  "bad-rows",
] as const;

const SHARED = [
  "sign-in-required",
  "not-allowed",
  "not-found",
  "offline",
  "database-unreachable",
  "disk-full",
] as const;

/** The sentence for a refusal of the preview. */
export function problemText(t: TFunction<"import">, { code }: PreviewProblem): string {
  const own = OWN.find((known) => known === code);
  if (own) return t(`problem.${own}`);
  const shared = SHARED.find((known) => known === code);
  return t(`fault.${shared ?? "unknown"}`);
}
