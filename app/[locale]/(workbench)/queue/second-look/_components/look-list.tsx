"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { InlineText } from "@/app/_features/inline-text/inline-text";
import { useCommands } from "@/app/_features/keyboard/use-commands";
import { KeyHint } from "@/app/_features/proposal-card/key-hint";
import { WordDiff } from "@/app/_features/proposal-card/word-diff";
import { FormError } from "@/app/_ui/form-error";
import { textDirection } from "@/lib/core/text/locale";
import { useFormat, useT } from "@/lib/i18n/client";
import { ObjectionForm } from "./objection-form";
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
            <ObjectionForm
              isBusy={isBusy}
              onCancel={() => setIsObjecting(false)}
              onObject={(note) => {
                setIsObjecting(false);
                void tell("reopened", note);
              }}
            />
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
        <InlineText text={item.sourceText} codes={item.sourceCodes} followsLinks={false} />
      </div>
      <h2 className={styles.label}>{t("secondLook.approved")}</h2>
      <div className={styles.text} lang={targetLocale} dir={textDirection(targetLocale)}>
        <InlineText text={item.targetText} codes={item.targetCodes} followsLinks={false} />
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
