"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { placeDraftAction, placeProposalAction } from "@/app/_actions/alignment";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import { InlineText } from "@/app/_features/inline-text/inline-text";
import { usePersonName } from "@/app/_features/person-name/use-person-name";
import { WordDiff } from "@/app/_features/proposal-card/word-diff";
import { announce } from "@/app/_ui/live-region";
import { RelativeTime } from "@/app/_ui/relative-time";
import { textDirection } from "@/lib/core/text/locale";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./alignment.module.css";
import type { Alignment, Tray } from "./use-alignment";

/** Proposals and own drafts that no row holds any more, to be put back by hand. */
export function TrayList({
  alignment,
  onPlaced,
}: {
  readonly alignment: Alignment;
  readonly onPlaced: () => void;
}) {
  const t = useT("alignment");
  const { tray } = alignment;
  if (tray.length === 0) return null;
  return (
    <section id="tray" className={styles.tray} aria-labelledby="tray-title">
      <h2 id="tray-title">{t("tray.count", { count: tray.length })}</h2>
      <p className={styles.hint}>{t("tray.hint")}</p>
      <ul>
        {tray.map((item) => (
          <TrayItem
            key={`${item.kind} ${item.proposalId ?? item.segmentId}`}
            item={item}
            alignment={alignment}
            onPlaced={onPlaced}
          />
        ))}
      </ul>
    </section>
  );
}

function TrayItem({
  item,
  alignment,
  onPlaced,
}: {
  readonly item: Tray[number];
  readonly alignment: Alignment;
  readonly onPlaced: () => void;
}) {
  const t = useT("alignment");
  const personNameOf = usePersonName();
  const format = useFormat();
  const { head, targetCodeIds } = useBitext();
  const [isBusy, setIsBusy] = useState(false);
  const { active, entries, refreshTray, setFault } = alignment;
  const number = format.number(active.position + 1);
  const place = async () => {
    const segmentId = entries[active.position]?.id;
    if (!segmentId) return;
    setIsBusy(true);
    const answer = await (item.proposalId
      ? placeProposalAction({ proposalId: item.proposalId, segmentId })
      : placeDraftAction({ from: item.segmentId, segmentId })
    ).catch(() => ({ ok: false, error: { code: "offline" } }) as const);
    setIsBusy(false);
    setFault(answer.ok ? null : answer.error);
    if (answer.ok) announce(t("tray.placed", { number }));
    await refreshTray();
    if (answer.ok) onPlaced();
  };
  return (
    <li className={styles.trayItem}>
      <p className={styles.trayHead}>
        <strong>{t(`tray.${item.kind}`, { name: personNameOf(item.authorName) })}</strong>
        <RelativeTime at={item.updatedAt} />
        {item.placeable && (
          <Button variant="default" size="xs" loading={isBusy} onClick={() => void place()}>
            {t("tray.place", { number })}
          </Button>
        )}
      </p>
      <div className={styles.trayTexts}>
        <div lang={head.sourceLocale} dir={textDirection(head.sourceLocale)}>
          {item.sourceText !== "" && (
            <>
              <span className={styles.label} lang={format.locale}>
                {t("tray.original")}
              </span>
              <InlineText text={item.sourceText} codes={head.sourceCodes} followsLinks={false} />
            </>
          )}
        </div>
        <WordDiff
          base={item.baseText}
          next={item.targetText}
          locale={head.targetLocale}
          codes={targetCodeIds}
        />
      </div>
      {item.comment !== "" && (
        <p className={styles.hint} dir="auto">
          {t("tray.comment", { comment: item.comment })}
        </p>
      )}
    </li>
  );
}
