"use client";

import { Button } from "@mantine/core";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { mergeTexts } from "@/lib/core/merge/merge-texts";
import { type MergePlace, mergePlaces, type Reading, resolveMerge } from "@/lib/core/proposal/resolve-merge";
import { useT } from "@/lib/i18n/client";
import styles from "./merge-choices.module.css";

/** Three texts that have to become one. */
export interface MergedTexts {
  readonly base: string;
  readonly current: string;
  readonly proposed: string;
}

/** The merge of three texts, and what it says where nobody has chosen yet. */
export function useMerge({ base, current, proposed }: MergedTexts, locale: string) {
  return useMemo(() => {
    const { regions } = mergeTexts(base, current, proposed, { locale });
    return { regions, places: mergePlaces(regions), text: resolveMerge(regions, new Map()) };
  }, [base, current, proposed, locale]);
}

/**
 * The places that two people changed, each in their own way, with both readings to choose from. `onText` gets
 * the whole text at every choice: what only one of them changed is in it already. Once somebody has written
 * on by hand, choosing starts only after they said so.
 */
export function MergeChoices({
  texts,
  locale,
  text,
  takesFocus = false,
  onText,
}: {
  readonly texts: MergedTexts;
  readonly locale: string;
  /** What the field holds now. */
  readonly text: string;
  /** Once, when it is drawn. */
  readonly takesFocus?: boolean;
  readonly onText: (text: string) => void;
}) {
  const t = useT("workbench");
  const { regions, places } = useMerge(texts, locale);
  const [chosen, setChosen] = useState<ReadonlyMap<number, Reading>>(new Map());
  const root = useRef<HTMLDivElement>(null);
  const focusFirst = () => root.current?.querySelector<HTMLElement>("input:enabled, button")?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    if (takesFocus) focusFirst();
  }, []);
  const isByHand = text !== resolveMerge(regions, chosen);
  const choose = (region: number, reading: Reading) => {
    const next = new Map(chosen).set(region, reading);
    setChosen(next);
    onText(resolveMerge(regions, next));
  };
  if (places.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the places in it are the fieldsets
    <div ref={root} className={styles.choices} role="group" aria-label={t("merge.title")}>
      <p className={styles.title}>{t("merge.title")}</p>
      <p className={styles.hint}>{t("merge.hint", { count: places.length })}</p>
      {places.map((place, index) => (
        <Place
          key={place.region}
          place={place}
          name={t("merge.place", { number: index + 1, count: places.length })}
          locale={locale}
          chosen={chosen.get(place.region)}
          onChoose={(reading) => choose(place.region, reading)}
          isDisabled={isByHand}
        />
      ))}
      {isByHand && (
        <p className={styles.hint}>
          {t("merge.byHand")}{" "}
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => {
              setChosen(new Map());
              onText(resolveMerge(regions, new Map()));
              // This button goes away, and the places can be chosen again.
              window.requestAnimationFrame(focusFirst);
            }}
          >
            {t("merge.again")}
          </Button>
        </p>
      )}
    </div>
  );
}

function Place({
  place,
  name,
  locale,
  chosen,
  onChoose,
  isDisabled,
}: {
  readonly place: MergePlace;
  readonly name: string;
  readonly locale: string;
  readonly chosen: Reading | undefined;
  readonly onChoose: (reading: Reading) => void;
  readonly isDisabled: boolean;
}) {
  const t = useT("workbench");
  const group = useId();
  return (
    <fieldset className={styles.place} disabled={isDisabled}>
      <legend>{name}</legend>
      {(["current", "proposed"] as const).map((reading) => (
        <label key={reading} className={styles.reading}>
          <input type="radio" name={group} checked={chosen === reading} onChange={() => onChoose(reading)} />
          <span className={styles.label}>{t(`merge.${reading}`)}</span>
          <bdi className={styles.text} lang={locale} dir="auto">
            {place[reading].trim() === "" ? t("merge.nothing") : place[reading]}
          </bdi>
        </label>
      ))}
    </fieldset>
  );
}
