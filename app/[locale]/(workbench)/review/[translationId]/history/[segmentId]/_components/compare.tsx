"use client";

import { Button, NativeSelect } from "@mantine/core";
import { useMemo } from "react";
import { WordDiff } from "@/app/_features/proposal-card/word-diff";
import { useFormat, useT } from "@/lib/i18n/client";
import type { ComparedPair } from "./compared-pair";
import styles from "./history.module.css";

/** Any two texts of the row compared. A form of the address, so that a comparison can be sent to somebody. */
export function Compare({
  entries,
  pair,
  locale,
  codes,
}: {
  readonly entries: readonly number[];
  readonly pair: ComparedPair;
  readonly locale: string;
  readonly codes: readonly number[];
}) {
  const t = useT("history");
  const format = useFormat();
  const ids = useMemo(() => new Set(codes), [codes]);
  const options = entries.map((number) => ({
    value: String(number),
    label: t("revision", { number: format.number(number) }),
  }));
  return (
    <section className={styles.section} aria-labelledby="compare">
      <h2 id="compare">{t("compare.title")}</h2>
      <form className={styles.compare} action="#compare">
        <NativeSelect
          name="from"
          label={t("compare.from")}
          data={options}
          defaultValue={String(pair.from.number)}
        />
        <NativeSelect
          name="to"
          label={t("compare.to")}
          data={options}
          defaultValue={String(pair.to.number)}
        />
        <Button type="submit" variant="default">
          {t("compare.show")}
        </Button>
      </form>
      <WordDiff base={pair.from.text} next={pair.to.text} locale={locale} codes={ids} />
    </section>
  );
}
