"use client";

import { type ReactNode, useEffect, useRef } from "react";
import styles from "@/app/_features/bulk-act/bulk-act.module.css";
import { useCommands } from "@/app/_features/keyboard/use-commands";
import { WordDiff } from "@/app/_features/proposal-card/word-diff";
import type { loadRevert } from "@/app/_loaders/administration";
import { FormError } from "@/app/_ui/form-error";
import { useT } from "@/lib/i18n/client";
import { Place } from "./place";
import { RevertForm } from "./revert-form";
import { RevertOutcome } from "./revert-outcome";
import { useRevert } from "./use-revert";
import { useRevertFault } from "./use-revert-fault";

export type Preview = NonNullable<Awaited<ReturnType<typeof loadRevert>>["preview"]>;
export type PreviewPlace = Preview["people"][number] | Preview["open"][number] | Preview["texts"][number];

/** Everything that would be taken back, what a person has to look at, and the one act that does it. */
export function RevertPreview({
  accountId,
  preview,
  children,
}: {
  readonly accountId: string;
  readonly preview: Preview;
  /** Shown where there is nothing to take back. */
  readonly children: ReactNode;
}) {
  const t = useT("admin");
  const words = useT("decisions");
  const faultText = useRevertFault();
  const { open, texts, people, isMore } = preview;
  const { progress, outcome, fault, revert, undo } = useRevert(accountId, preview);
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome) told.current?.focus();
  }, [outcome]);
  useCommands([
    {
      id: "undo-revert",
      keys: "Mod+Z",
      label: words("undo.key"),
      group: "review",
      outsideFields: true,
      when: () => outcome?.kind === "reverted",
      run: () => void undo(),
    },
  ]);
  if (outcome) {
    return (
      <div ref={told} tabIndex={-1}>
        {fault && <FormError title={faultText(fault)} />}
        <RevertOutcome outcome={outcome} isBusy={progress !== null} onUndo={() => void undo()} />
      </div>
    );
  }
  return (
    <>
      {children}
      {fault && <FormError title={faultText(fault)} />}
      {open.length + texts.length > 0 && (
        <RevertForm preview={preview} progress={progress} onRevert={(note) => void revert(note)} />
      )}
      {isMore && <p className={styles.soft}>{t("revert.more")}</p>}
      <Changes
        title={t("revert.open", { count: open.length })}
        items={open.map((one) => ({ ...one, id: one.proposalId }))}
      />
      <Changes
        title={t("revert.texts", { count: texts.length })}
        items={texts.map((one) => ({ ...one, id: one.segmentId, baseText: one.currentText }))}
      />
      {people.length > 0 && (
        <section>
          <h2 className={styles.heading}>{t("revert.people", { count: people.length })}</h2>
          <ul className={styles.left}>
            {people.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is never changed
              <li key={index}>
                <Place place={one} /> {t(`revert.why.${one.why}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type Change = PreviewPlace & { readonly id: string; readonly baseText: string; readonly targetText: string };

function Changes({ title, items }: { readonly title: string; readonly items: readonly Change[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{title}</h2>
      <ol className={styles.list} aria-label={title}>
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <p className={styles.soft}>
              <Place place={item} />
            </p>
            <WordDiff
              base={item.baseText}
              next={item.targetText}
              locale={item.targetLocale}
              codes={new Set(item.codeIds)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
