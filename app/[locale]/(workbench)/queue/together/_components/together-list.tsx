"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import shared from "@/app/_features/bulk-act/bulk-act.module.css";
import { useCommands } from "@/app/_features/keyboard/use-commands";
import { usePersonName } from "@/app/_features/person-name/use-person-name";
import { DeclineForm } from "@/app/_features/proposal-card/decline-form";
import { WordDiff } from "@/app/_features/proposal-card/word-diff";
import { FormError } from "@/app/_ui/form-error";
import { useT } from "@/lib/i18n/client";
import { Place, type QueueEntry } from "../../_components/queue-item";
import { useManyFault } from "./many-fault";
import styles from "./together.module.css";
import { type Outcome, useTogether } from "./use-together";

const NOTHING_SAID = { reason: "other", note: "" } as const;

/** All proposals of a choice with what they change, and one decision for all of them. */
export function TogetherList({
  items,
  children,
}: {
  readonly items: readonly QueueEntry[];
  /** Shown where nothing is to be decided. */
  readonly children: ReactNode;
}) {
  const t = useT("decisions");
  const faultText = useManyFault();
  const { progress, outcome, fault, decide, undo } = useTogether(items);
  const [isDeclining, setIsDeclining] = useState(false);
  const told = useRef<HTMLDivElement>(null);
  const declining = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (outcome) told.current?.focus();
  }, [outcome]);
  useCommands([
    {
      id: "undo-together",
      keys: "Mod+Z",
      label: t("undo.key"),
      group: "review",
      outsideFields: true,
      when: () => outcome !== null && outcome.kind !== "undone",
      run: () => void undo(),
    },
  ]);
  if (outcome) {
    return (
      <div ref={told} tabIndex={-1}>
        {fault && <FormError title={faultText(fault)} />}
        <Told outcome={outcome} isBusy={progress !== null} onUndo={() => void undo()} />
      </div>
    );
  }
  const leaveForm = () => {
    setIsDeclining(false);
    // The button comes back with the next drawing.
    window.requestAnimationFrame(() => declining.current?.focus());
  };
  if (items.length === 0) return children;
  return (
    <>
      {fault && <FormError title={faultText(fault)} />}
      <div className={`${shared.bar} ${styles.bar}`}>
        <strong>{t("together.count", { count: items.length })}</strong>
        {isDeclining ? (
          <DeclineForm
            proposalId="together"
            isBusy={progress !== null}
            onCancel={leaveForm}
            onDecline={(grounds) => decide("decline", grounds)}
          />
        ) : (
          <>
            <Button loading={progress !== null} onClick={() => void decide("accept", NOTHING_SAID)}>
              {t("together.accept", { count: items.length })}
            </Button>
            <Button
              ref={declining}
              variant="default"
              disabled={progress !== null}
              onClick={() => setIsDeclining(true)}
            >
              {t("together.decline", { count: items.length })}
            </Button>
          </>
        )}
        {progress !== null && <span>{t("together.progress", { done: progress, count: items.length })}</span>}
      </div>
      <ol className={shared.list} aria-label={t("together.title")}>
        {items.map((item) => (
          <Shown key={item.id} item={item} />
        ))}
      </ol>
    </>
  );
}

function Shown({ item }: { readonly item: QueueEntry }) {
  const t = useT("workbench");
  const personNameOf = usePersonName();
  return (
    <li className={shared.item}>
      <p className={shared.soft}>
        {t("proposal.by", { name: personNameOf(item.authorName) })} · <Place item={item} />
      </p>
      <WordDiff
        base={item.baseText}
        next={item.targetText}
        locale={item.targetLocale}
        codes={new Set(item.targetCodes.map(({ id }) => id))}
      />
    </li>
  );
}

function Told({
  outcome,
  isBusy,
  onUndo,
}: {
  readonly outcome: Outcome;
  readonly isBusy: boolean;
  readonly onUndo: () => void;
}) {
  const t = useT("decisions");
  const faultText = useManyFault();
  return (
    <>
      <p className={shared.told}>
        {t(`together.done.${outcome.kind}`, { count: outcome.done })}{" "}
        {outcome.kind !== "undone" && outcome.done > 0 && (
          <Button size="compact-sm" variant="default" loading={isBusy} onClick={onUndo}>
            {t("together.undo")}
          </Button>
        )}
      </p>
      {outcome.left.length > 0 && (
        <>
          <h2 className={shared.heading}>{t("together.left", { count: outcome.left.length })}</h2>
          <ul className={shared.left}>
            {outcome.left.map(({ item, code }, index) => (
              <li key={item?.id ?? index}>
                {item && <Place item={item} />} {faultText(code)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
