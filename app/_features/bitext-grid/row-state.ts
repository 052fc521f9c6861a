import type { TFunction } from "i18next";
import type { MarkState } from "@/app/_ui/state-mark";
import type { RowEntry, RowMark } from "@/lib/core/review/bitext";

const MARKS: Readonly<Record<RowMark, MarkState>> = {
  conflict: "conflict",
  open: "proposal",
  machine: "untouched",
  approved: "approved",
  "no-source": "none",
};

export const markStateOf = (mark: RowMark): MarkState => MARKS[mark];

/** The state of a row in words, to stand inside a sentence. */
export function stateWords(entry: RowEntry, t: TFunction<"workbench">): string {
  switch (entry.mark) {
    case "open":
      return t("state.open", { count: entry.open });
    case "no-source":
      return t("state.noSource");
    case "machine":
    case "approved":
    case "conflict":
      return t(`state.${entry.mark}`);
  }
}
