"use client";

import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { WordDiff } from "@/app/_features/proposal-card/word-diff";
import type { RowGrade } from "@/lib/core/reimport/version";
import { useFormat, useT } from "@/lib/i18n/client";
import { GradeMark } from "../../_components/grade-mark";
import styles from "../../_components/version.module.css";
import type { LoadedVersion } from "./version-preview";

type Translation = LoadedVersion["translations"][number];
type PreviewRow = Translation["rows"][number];

/** Rows shown at once: each holds two diffs. */
const STEP = 50;

/** The rows of one translation on which something would change. */
export function VersionRows({
  translation,
  version,
  filter,
}: {
  readonly translation: Translation;
  readonly version: LoadedVersion;
  readonly filter: RowGrade | "all";
}) {
  const t = useT("version");
  const format = useFormat();
  const [shown, setShown] = useState(STEP);
  const codes = useMemo(
    () => ({
      source: new Set(version.sourceCodes.map(({ id }) => id)),
      target: new Set(translation.codes.map(({ id }) => id)),
    }),
    [version, translation],
  );
  const rows = translation.rows.filter(({ grade }) => filter === "all" || grade === filter);
  if (rows.length === 0) return filter === "all" ? null : <p>{t("preview.empty")}</p>;
  const locales = { source: version.settings.sourceLocale, target: translation.targetLocale };
  return (
    <>
      <ul
        className={styles.rows}
        aria-label={t("preview.list", { language: format.languageName(translation.targetLocale) })}
      >
        {rows.slice(0, shown).map((row) => (
          <Row key={`${row.grade}-${row.number}`} row={row} codes={codes} locales={locales} />
        ))}
      </ul>
      {rows.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + STEP)}>
          {t("preview.more", { count: rows.length - shown })}
        </Button>
      )}
    </>
  );
}

function Row({
  row,
  codes,
  locales,
}: {
  readonly row: PreviewRow;
  readonly codes: Readonly<Record<"source" | "target", ReadonlySet<number>>>;
  readonly locales: Readonly<Record<"source" | "target", string>>;
}) {
  const t = useT("version");
  const format = useFormat();
  const sides = [
    ["source", row.sourceBefore, row.sourceAfter],
    ["target", row.targetBefore, row.targetAfter],
  ] as const;
  return (
    <li className={styles.item}>
      <p className={styles.facts}>
        <span>{t("row.number", { number: format.number(row.number) })}</span>
        <GradeMark grade={row.grade} />
        {row.moved && <span>{t("row.moved")}</span>}
      </p>
      <div className={styles.sides}>
        {sides.map(([side, before, after]) => (
          <div key={side}>
            <p className={styles.label}>{t(`row.${side}`)}</p>
            {before === after ? (
              <p className={styles.text} lang={locales[side]} dir="auto">
                {after}
              </p>
            ) : (
              <WordDiff base={before} next={after} locale={locales[side]} codes={codes[side]} />
            )}
          </div>
        ))}
      </div>
      <p className={styles.note}>{t(`row.${fateOf(row)}`)}</p>
      {row.endsApproval && row.grade !== "gone" && <p className={styles.note}>{t("row.endsApproval")}</p>}
      {row.heldText !== null && (
        <p className={styles.text} lang={locales.target} dir="auto">
          {row.heldText}
        </p>
      )}
    </li>
  );
}

/** What will happen to the text of a row. */
function fateOf({
  grade,
  machine,
  targetAfter,
}: PreviewRow): "gone" | "replaced" | "held" | "empty" | "carried" {
  if (grade === "gone") return "gone";
  if (machine !== "untouched") return machine;
  return targetAfter === "" ? "empty" : "carried";
}
