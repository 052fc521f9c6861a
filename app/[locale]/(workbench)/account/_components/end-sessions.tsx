"use client";

import { endOwnSessionsAction } from "@/app/_actions/session";
import { useAct } from "@/app/_features/act/use-act";
import { useAccountFaultText } from "@/app/_features/session/account-fault";
import { ConfirmButton } from "@/app/_ui/confirm-button";
import { FormError } from "@/app/_ui/form-error";
import { useT, useUiLocale } from "@/lib/i18n/client";

/** Ends the person's sessions everywhere and goes to the sign-in page. */
export function EndSessions() {
  const t = useT(["auth", "common"]);
  const locale = useUiLocale();
  const textOf = useAccountFaultText();
  const { act, pending, fault } = useAct(endOwnSessionsAction);
  return (
    <>
      <ConfirmButton
        label={t("auth:account.endAll")}
        question={t("auth:account.endAllQuestion")}
        confirmLabel={t("auth:account.endAllConfirm")}
        cancelLabel={t("common:action.cancel")}
        onConfirm={() => act(undefined, () => window.location.assign(`/${locale}/sign-in`))}
        loading={pending}
        variant="default"
      />
      {fault && <FormError title={textOf(fault.code)} />}
    </>
  );
}
