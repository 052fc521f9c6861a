"use client";

import { Button, Checkbox } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { confirmCarriedAction } from "@/app/_actions/versions";
import { useAct } from "@/app/_features/act/use-act";
import type { loadCarried } from "@/app/_loaders/versions";
import { announce } from "@/app/_ui/live-region";
import type { BitextHead } from "@/lib/core/review/bitext";
import { useT } from "@/lib/i18n/client";
import styles from "../../../../import/version/_components/version.module.css";
import { VersionProblem } from "../../../../import/version/_components/version-problem";
import { CarriedRow } from "./carried-row";

export type CarriedItem = Awaited<ReturnType<typeof loadCarried>>[number];

/** Confirmed by one press at most; the rest waits for the next one. */
const BATCH = 500;

/** The rows that wait, those that can be confirmed with a box to choose them by. */
export function CarriedRows({
  head,
  rows,
  review,
}: {
  readonly head: BitextHead;
  readonly rows: readonly CarriedItem[];
  readonly review: string;
}) {
  const t = useT("version");
  const router = useRouter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = useState<readonly string[]>([]);
  const { act, pending, fault } = useAct(confirmCarriedAction);
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome.length > 0) told.current?.focus();
  }, [outcome]);
  const confirmable = rows.filter((row) => row.confirmable);
  const picked = confirmable.filter(({ segmentId }) => chosen.has(segmentId)).slice(0, BATCH);
  const confirm = () =>
    act(
      {
        translationId: head.translationId,
        rows: picked.map(({ segmentId, revisionId, textHash }) => ({ segmentId, revisionId, textHash })),
      },
      ({ confirmed, left }) => {
        const sentences = [
          t("carried.done", { count: confirmed.length }),
          ...(left.length > 0 ? [t("carried.left", { count: left.length })] : []),
        ];
        announce(sentences.join(" "));
        setOutcome(sentences);
        setChosen(new Set());
        router.refresh();
      },
    );
  const toggle = (id: string, isOn: boolean) =>
    setChosen((before) => new Set(isOn ? [...before, id] : [...before].filter((one) => one !== id)));
  return (
    <>
      <div ref={told} tabIndex={-1}>
        {outcome.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {fault && <VersionProblem code={fault.code} />}
      {confirmable.length > 0 && (
        <div className={styles.bar}>
          <Checkbox
            label={t("carried.all")}
            checked={picked.length > 0 && picked.length === confirmable.length}
            indeterminate={picked.length > 0 && picked.length < confirmable.length}
            onChange={(event) =>
              setChosen(
                new Set(event.currentTarget.checked ? confirmable.map(({ segmentId }) => segmentId) : []),
              )
            }
          />
          <Button onClick={confirm} loading={pending} disabled={picked.length === 0}>
            {t("carried.confirm", { count: picked.length })}
          </Button>
        </div>
      )}
      <ul className={styles.rows} aria-label={t("carried.title")}>
        {rows.map((row) => (
          <CarriedRow
            key={row.segmentId}
            row={row}
            head={head}
            review={review}
            isChosen={chosen.has(row.segmentId)}
            onToggle={(isOn) => toggle(row.segmentId, isOn)}
          />
        ))}
      </ul>
    </>
  );
}
