"use client";

import type { DiffSpan } from "@/lib/core/diff/spans";
import { useT } from "@/lib/i18n/client";

/** A change in words: which of how many, what goes and what comes, and what hangs on it. */
export function useHunkLabel(): (
  spans: readonly DiffSpan[],
  number: number,
  count: number,
  linked: number,
) => string {
  const t = useT("workbench");
  return (spans, number, count, linked) => {
    const said = (kind: DiffSpan["kind"]) =>
      spans
        .filter((span) => span.kind === kind)
        .map(saidOf)
        .join("");
    const [deleted, inserted] = [said("deleted"), said("inserted")];
    const what =
      deleted && inserted
        ? t("hunk.replaced", { deleted, inserted })
        : inserted
          ? t("hunk.inserted", { inserted })
          : t("hunk.deleted", { deleted });
    const at = t("hunk.label", { number, count, what });
    return linked > 0 ? `${at} ${t("hunk.linked", { count: linked })}` : at;
  };
}

/** The text with its invisible characters by name. */
function saidOf({ text, marks }: DiffSpan): string {
  let [said, at] = ["", 0];
  for (const mark of marks) {
    said += `${text.slice(at, mark.at)} ${mark.name} `;
    at = mark.at + mark.length;
  }
  return said + text.slice(at);
}
