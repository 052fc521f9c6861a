"use client";

import { useRouter } from "next/navigation";
import { undoVersionAction } from "@/app/_actions/versions";
import { useAct } from "@/app/_features/act/use-act";
import { ConfirmButton } from "@/app/_ui/confirm-button";
import { announce } from "@/app/_ui/live-region";
import { useT } from "@/lib/i18n/client";
import styles from "./version.module.css";
import { VersionProblem } from "./version-problem";

/** The way back from the last new version. */
export function TakeBack({ documentId }: { readonly documentId: string }) {
  const t = useT(["version", "common"]);
  const router = useRouter();
  const { act, pending, fault } = useAct(undoVersionAction);
  return (
    <section className={styles.last} aria-label={t("last.undo")}>
      <p>{t("last.text")}</p>
      <ConfirmButton
        variant="default"
        loading={pending}
        label={t("last.undo")}
        question={t("last.question")}
        confirmLabel={t("last.confirm")}
        cancelLabel={t("common:action.cancel")}
        onConfirm={() =>
          act({ documentId }, () => {
            announce(t("last.done"));
            router.refresh();
          })
        }
      />
      {fault && <VersionProblem code={fault.code} />}
    </section>
  );
}
