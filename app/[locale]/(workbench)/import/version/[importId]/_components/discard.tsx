"use client";

import { useRouter } from "next/navigation";
import { discardImportAction } from "@/app/_actions/imports";
import { useAct } from "@/app/_features/act/use-act";
import { ConfirmButton } from "@/app/_ui/confirm-button";
import { useFormat, useT } from "@/lib/i18n/client";
import { VersionProblem } from "../../_components/version-problem";

/** Throws a version that waits away. */
export function Discard({ importId }: { readonly importId: string }) {
  const t = useT(["version", "common"]);
  const router = useRouter();
  const format = useFormat();
  const { act, pending, fault } = useAct(discardImportAction);
  return (
    <>
      <ConfirmButton
        variant="default"
        loading={pending}
        label={t("preview.discard")}
        question={t("preview.discardQuestion")}
        confirmLabel={t("preview.discardConfirm")}
        cancelLabel={t("common:action.cancel")}
        onConfirm={() => act({ importId }, () => router.push(`/${format.locale}/documents`))}
      />
      {fault && <VersionProblem code={fault.code} />}
    </>
  );
}
