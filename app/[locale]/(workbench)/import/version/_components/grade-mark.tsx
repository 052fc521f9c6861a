"use client";

import { type MarkState, StateMark } from "@/app/_ui/state-mark";
import type { RowGrade } from "@/lib/core/reimport/version";
import { useT } from "@/lib/i18n/client";

const MARKS: Readonly<Record<RowGrade, MarkState>> = {
  same: "approved",
  typography: "untouched",
  spelling: "untouched",
  changed: "attention",
  new: "proposal",
  gone: "none",
};

/** How much the source of a row changed, by mark and word. */
export function GradeMark({ grade }: { readonly grade: RowGrade }) {
  const t = useT("version");
  return (
    <span>
      <StateMark state={MARKS[grade]} label="" /> {t(`grade.${grade}`)}
    </span>
  );
}
