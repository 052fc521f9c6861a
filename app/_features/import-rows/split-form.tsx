"use client";

import { Button } from "@mantine/core";
import { type FormEvent, Fragment, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { SideText } from "@/app/_features/bitext-grid/side-text";
import { FieldError } from "@/app/_ui/form-error";
import type { InlineCode, Paragraph } from "@/lib/core/document/paragraph";
import { useT } from "@/lib/i18n/client";
import styles from "./import-rows.module.css";

/** One side of a row, with the places in it that can be cut. */
export interface SplitSide {
  readonly paragraphs: readonly Paragraph[];
  /** 1-based number of the first one in the whole text. */
  readonly firstNumber: number;
  readonly codes: readonly InlineCode[];
  readonly locale: string;
}

/** Where to cut a row, on either side; arrow keys choose, Enter cuts, Escape leaves. */
export function SplitForm({
  source,
  target,
  onSplit,
  onCancel,
}: {
  readonly source: SplitSide;
  readonly target: SplitSide;
  readonly onSplit: (sources: number, targets: number) => void;
  readonly onCancel: () => void;
}) {
  const t = useT(["import", "common"]);
  const form = useRef<HTMLFormElement>(null);
  const [cuts, setCuts] = useState({
    source: Math.ceil(source.paragraphs.length / 2),
    target: Math.ceil(target.paragraphs.length / 2),
  });
  const [wasRefused, setWasRefused] = useState(false);
  useEffect(() => form.current?.querySelector<HTMLInputElement>("input:checked")?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isEmptyHead = cuts.source + cuts.target === 0;
    const isEmptyTail = cuts.source === source.paragraphs.length && cuts.target === target.paragraphs.length;
    if (isEmptyHead || isEmptyTail) setWasRefused(true);
    else onSplit(cuts.source, cuts.target);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    onCancel();
  };
  const choose = (side: "source" | "target") => (cut: number) => {
    setWasRefused(false);
    setCuts({ ...cuts, [side]: cut });
  };
  return (
    <form
      ref={form}
      className={styles.split}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      aria-label={t("split.title")}
    >
      <p className={styles.splitTitle}>{t("split.title")}</p>
      <div className={styles.splitSides}>
        <CutSide name="source" side={source} cut={cuts.source} onCut={choose("source")} />
        <CutSide name="target" side={target} cut={cuts.target} onCut={choose("target")} />
      </div>
      {wasRefused && (
        <div role="alert">
          <FieldError id="split-error">{t("split.impossible")}</FieldError>
        </div>
      )}
      <div className={styles.buttons}>
        <Button type="submit">{t("split.confirm")}</Button>
        <Button type="button" variant="default" onClick={onCancel}>
          {t("common:action.cancel")}
        </Button>
      </div>
    </form>
  );
}

function CutSide({
  name,
  side,
  cut,
  onCut,
}: {
  readonly name: "source" | "target";
  readonly side: SplitSide;
  readonly cut: number;
  readonly onCut: (cut: number) => void;
}) {
  const t = useT("import");
  const { paragraphs, firstNumber } = side;
  const label = (at: number) => {
    if (at === 0) return t("split.before");
    return at === paragraphs.length ? t("split.end") : t("split.after", { number: firstNumber + at - 1 });
  };
  const place = (at: number) => (
    <label className={styles.cut} data-chosen={at === cut || undefined}>
      <input type="radio" name={name} checked={at === cut} onChange={() => onCut(at)} />
      <span>{label(at)}</span>
    </label>
  );
  return (
    <fieldset className={styles.cutSide}>
      <legend>{t(`split.${name}`)}</legend>
      {paragraphs.length > 0 && place(0)}
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one row never change their order
        <Fragment key={firstNumber + index}>
          <SideText paragraphs={[paragraph]} codes={side.codes} locale={side.locale} />
          {place(index + 1)}
        </Fragment>
      ))}
    </fieldset>
  );
}
