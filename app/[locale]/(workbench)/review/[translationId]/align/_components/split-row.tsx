"use client";

import { Button } from "@mantine/core";
import { type FormEvent, Fragment, type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { SideText } from "@/app/_features/bitext-grid/side-text";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import rowStyles from "@/app/_features/import-rows/import-rows.module.css";
import type { Row } from "@/lib/core/review/bitext";
import { useT } from "@/lib/i18n/client";
import { cutPlaces, middlePlace } from "./cut-places";
import { CutText } from "./cut-text";

/** Where to cut a row, on either side; arrow keys choose, Enter cuts, Escape leaves. */
export function SplitRow({
  row,
  onSplit,
  onCancel,
}: {
  readonly row: Row;
  readonly onSplit: (sources: number, offset: number) => void;
  readonly onCancel: () => void;
}) {
  const t = useT(["alignment", "common"]);
  const { head } = useBitext();
  const form = useRef<HTMLFormElement>(null);
  const places = useMemo(() => cutPlaces(row.targetText, head.targetLocale), [row, head]);
  const [sources, setSources] = useState(Math.ceil(row.sources.length / 2));
  const [offset, setOffset] = useState(() => middlePlace(places, row.targetText.length));
  useEffect(() => form.current?.querySelector<HTMLInputElement>("input[name=target]:checked")?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSplit(sources, offset);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && event.target instanceof HTMLTextAreaElement) submit(event);
    if (event.key !== "Escape") return;
    event.stopPropagation();
    event.preventDefault();
    onCancel();
  };
  return (
    <form
      ref={form}
      className={rowStyles.split}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      aria-label={t("alignment:splitForm.title")}
    >
      <p className={rowStyles.splitTitle}>{t("alignment:splitForm.title")}</p>
      <div className={rowStyles.splitSides}>
        <CutSources row={row} chosen={sources} onChoose={setSources} />
        <CutText row={row} places={places} chosen={offset} onChoose={setOffset} />
      </div>
      <div className={rowStyles.buttons}>
        <Button type="submit">{t("alignment:splitForm.confirm")}</Button>
        <Button type="button" variant="default" onClick={onCancel}>
          {t("common:action.cancel")}
        </Button>
      </div>
    </form>
  );
}

function CutSources({
  row,
  chosen,
  onChoose,
}: {
  readonly row: Row;
  readonly chosen: number;
  readonly onChoose: (sources: number) => void;
}) {
  const t = useT("alignment");
  const { head } = useBitext();
  const { sources } = row;
  const label = (at: number) => {
    if (at === 0) return t("splitForm.before");
    return t(at === sources.length ? "splitForm.end" : "splitForm.after");
  };
  const place = (at: number) => (
    <label className={rowStyles.cut} data-chosen={at === chosen || undefined}>
      <input type="radio" name="source" checked={at === chosen} onChange={() => onChoose(at)} />
      <span>{label(at)}</span>
    </label>
  );
  return (
    <fieldset className={rowStyles.cutSide}>
      <legend>{t("splitForm.source")}</legend>
      {sources.length === 0 ? <p className={rowStyles.missing}>{t("splitForm.noText")}</p> : place(0)}
      {sources.map((paragraph, index) => (
        <Fragment key={paragraph.number}>
          <SideText paragraphs={[paragraph]} codes={head.sourceCodes} locale={head.sourceLocale} />
          {place(index + 1)}
        </Fragment>
      ))}
    </fieldset>
  );
}
