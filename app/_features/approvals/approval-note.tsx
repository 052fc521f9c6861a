"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { takeBackApprovalAction } from "@/app/_actions/proposals";
import { useFaultText } from "@/app/_features/proposal-card/fault-notice";
import { FormError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import type { ApprovalCount } from "@/lib/core/review/bitext";
import { useT } from "@/lib/i18n/client";
import styles from "./approval-note.module.css";

const offline = { ok: false, error: { code: "offline" } } as const;

/**
 * How many approvals a text has and needs, where the policy asks for several; whoever gave one can take it back
 * until the last one comes. `of`: a proposal, or a row's text as it stands.
 */
export function ApprovalNote({
  approvals,
  of,
}: {
  readonly approvals: ApprovalCount;
  readonly of: Parameters<typeof takeBackApprovalAction>[0];
}) {
  const t = useT("decisions");
  const faultText = useFaultText();
  const [isTakenBack, setIsTakenBack] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { given, needed, mine } = approvals;
  if (needed < 2) return null;
  const isMine = mine && !isTakenBack;
  const takeBack = async () => {
    setIsBusy(true);
    const answer = await takeBackApprovalAction(of).catch(() => offline);
    setIsBusy(false);
    const code = answer.ok ? null : answer.error.code;
    setFault(code);
    if (!answer.ok) return;
    setIsTakenBack(true);
    announce(t("approvals.takenBack"));
  };
  return (
    <>
      {fault !== null && (
        <FormError
          title={
            fault === "decided-since" || fault === "no-approval"
              ? t(`approvals.fault.${fault}`)
              : faultText(fault)
          }
        />
      )}
      <p className={styles.note}>
        {t("approvals.given", { count: needed, given: given - (mine && isTakenBack ? 1 : 0) })}{" "}
        {isMine && t("approvals.mine")}{" "}
        {isMine && (
          <Button size="compact-sm" variant="default" loading={isBusy} onClick={() => void takeBack()}>
            {t("approvals.takeBack")}
          </Button>
        )}
      </p>
    </>
  );
}
