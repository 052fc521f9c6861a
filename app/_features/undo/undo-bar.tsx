"use client";

import { Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { KeyHint } from "@/app/_features/proposal-card/key-hint";
import { useT } from "@/lib/i18n/client";
import styles from "./undo-bar.module.css";
import type { UndoHandle } from "./use-undo";

/** What was decided last, and the way back. */
export function UndoBar<Place>({ handle }: { readonly handle: UndoHandle<Place> }) {
  const t = useT("decisions");
  const { last, undo, isBusy, fault } = handle;
  if (!last && !fault) return null;
  return (
    <section className={styles.bar} aria-label={t("undo.label")}>
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
      {last && (
        <>
          <span>{last.said}</span>
          <Button
            size="compact-sm"
            variant="default"
            loading={isBusy}
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            rightSection={<KeyHint keys="Mod+Z" />}
            onClick={() => void undo()}
          >
            {t("undo.button")}
          </Button>
        </>
      )}
    </section>
  );
}
