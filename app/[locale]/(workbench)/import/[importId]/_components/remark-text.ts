import type { TFunction } from "i18next";
import type { SideFindings } from "@/lib/core/document/import-preview";
import type { ReaderWarning } from "@/lib/core/interchange/reading";
import type { Format } from "@/lib/i18n/format";

/** Every warning of the readers has a sentence. */
const COUNTED = {
  "link-dropped": true,
  "image-dropped": true,
  "symbol-dropped": true,
  "hidden-text-skipped": true,
  "notes-appended": true,
  "note-references-dropped": true,
  "comments-skipped": true,
  "headers-skipped": true,
  "embedded-document-skipped": true,
  "replacement-characters": true,
} as const satisfies Record<
  Exclude<ReaderWarning["code"], "encoding-guessed" | "front-matter-skipped">,
  true
> &
  Record<"replacement-characters", true>;

/** What was left out or changed while reading, as a sentence. */
export function remarkText(
  t: TFunction<"import">,
  _format: Format,
  { code, params }: SideFindings["warnings"][number],
): string {
  if (code === "encoding-guessed") return t("remark.encoding-guessed", { encoding: String(params.encoding) });
  if (code === "front-matter-skipped") return t("remark.front-matter-skipped");
  if (code in COUNTED)
    return t(`remark.${code as keyof typeof COUNTED}`, { count: Number(params.count ?? 1) });
  return t("remark.other");
}
