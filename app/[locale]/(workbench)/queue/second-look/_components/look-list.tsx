"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { InlineText } from "@/app/_features/inline-text/inline-text";
import { useCommands } from "@/app/_features/keyboard/use-commands";
import { KeyHint } from "@/app/_features/proposal-card/key-hint";
import { NoteForm } from "@/app/_features/proposal-card/note-form";
import { WordDiff } from "@/app/_features/proposal-card/word-diff";
import { FormError } from "@/app/_ui/form-error";
import { textDirection } from "@/lib/core/text/locale";
import { useFormat, useT } from "@/lib/i18n/client";
import styles from "./second-look.module.css";
import { useLookFault } from "./use-look-fault";
import { type Look, useLooks } from "./use-looks";

/** One approval at a time: the source, what was changed, and whether it is fine. */
export function LookList({
  items,
  children,
}: {
  readonly items: readonly Look[];
  /** Shown where nothing waits. */
  readonly children: ReactNode;
}) {
  const t = useT("decisions");
  const faultText = useLookFault();
  const { item, number, isBusy, fault, tell } = useLooks(items);
  const [isObjecting, setIsObjecting] = useState(false);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (number > 1) card.current?.focus();
  }, [number]);
  const leaveForm = () => {
    setIsObjecting(false);
    card.current?.focus();
  };
  const object = async (note: string): Promise<boolean> => {
    const isDone = await tell("reopened", note);
    if (isDone) setIsObjecting(false);
    return isDone;
  };
  const isFree = () => item !== null && !isObjecting;
  useCommands([
    {
      id: "confirm-look",
      keys: "A",
      label: t("secondLook.confirm"),
      group: "review",
      outsideFields: true,
      when: isFree,
      run: () => void tell("confirmed", ""),
    },
    {
      id: "object-look",
      keys: "R",
      label: t("secondLook.object"),
      group: "review",
      outsideFields: true,
      when: isFree,
      run: () => setIsObjecting(true),
    },
  ]);
  return (
    <>
      {fault && <FormError title={faultText(fault)} />}
      {!item && children}
      {item && (
        <section
          ref={card}
          tabIndex={-1}
          className={styles.card}
          aria-label={t("secondLook.card", { number, count: items.length, title: item.title })}
        >
          <Texts item={item} />
          {isObjecting ? (
            <div className={styles.form}>
              <NoteForm
                key={item.decisionId}
                place="objection"
                id={item.decisionId}
                words={{
                  label: t("secondLook.note"),
                  description: t("secondLook.noteHint"),
                  required: t("secondLook.required"),
                  send: t("secondLook.objectSend"),
                }}
                isBusy={isBusy}
                onCancel={leaveForm}
                onSend={object}
              />
            </div>
          ) : (
            <div className={styles.buttons}>
              <Button
                loading={isBusy}
                rightSection={<KeyHint keys="A" />}
                onClick={() => void tell("confirmed", "")}
              >
                {t("secondLook.confirm")}
              </Button>
              <Button
                variant="default"
                disabled={isBusy}
                rightSection={<KeyHint keys="R" />}
                onClick={() => setIsObjecting(true)}
              >
                {t("secondLook.object")}
              </Button>
            </div>
          )}
        </section>
      )}
    </>
  );
}

function Texts({ item }: { readonly item: Look }) {
  const t = useT(["decisions", "queue"]);
  const format = useFormat();
  const { title, rowNumber, translationId, sourceLocale, targetLocale } = item;
  const codes = new Set(item.targetCodes.map(({ id }) => id));
  return (
    <>
      <p className={styles.soft}>
        <Link href={`/${format.locale}/review/${translationId}?row=${rowNumber}`} prefetch={false}>
          {t("queue:place", { title, number: rowNumber, language: format.languageName(targetLocale) })}
        </Link>
      </p>
      <h2 className={styles.label}>{t("queue:source")}</h2>
      <div className={styles.text} lang={sourceLocale} dir={textDirection(sourceLocale)}>
        <Shown text={item.sourceText} codes={item.sourceCodes} />
      </div>
      <h2 className={styles.label}>{t("secondLook.approved")}</h2>
      <div className={styles.text} lang={targetLocale} dir={textDirection(targetLocale)}>
        <Shown text={item.targetText} codes={item.targetCodes} />
      </div>
      {item.beforeText !== item.targetText && (
        <>
          <h2 className={styles.label}>{t("secondLook.changed")}</h2>
          <WordDiff base={item.beforeText} next={item.targetText} locale={targetLocale} codes={codes} />
        </>
      )}
    </>
  );
}

/** A row may have only one side: what is not there is said. */
function Shown({ text, codes }: { readonly text: string; readonly codes: Look["sourceCodes"] }) {
  const t = useT("decisions");
  const { locale } = useFormat();
  if (text !== "") return <InlineText text={text} codes={codes} followsLinks={false} />;
  return (
    <p className={styles.soft} lang={locale} dir={textDirection(locale)}>
      {t("secondLook.noText")}
    </p>
  );
}
