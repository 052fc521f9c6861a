"use client";

import { Button } from "@mantine/core";
import { useCallback, useEffect, useState } from "react";
import { ApprovalNote } from "@/app/_features/approvals/approval-note";
import { rowId } from "@/app/_features/bitext-grid/bitext-grid";
import { TargetText } from "@/app/_features/bitext-grid/bitext-row";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import { MarkedText } from "@/app/_features/diff-text/diff-text";
import { FaultNotice, useFaultText } from "@/app/_features/proposal-card/fault-notice";
import { KeyHint } from "@/app/_features/proposal-card/key-hint";
import { FormError } from "@/app/_ui/form-error";
import type { SegmentDetail } from "@/lib/core/review/bitext";
import { textDirection } from "@/lib/core/text/locale";
import { useT } from "@/lib/i18n/client";
import styles from "./open-row.module.css";
import { RowEditor } from "./row-editor";
import { RowHistory } from "./row-history";
import { type GoneProposal, RowProposals } from "./row-proposals";
import { UndoList } from "./undo-list";
import { useApproval } from "./use-approval";
import { useDetail } from "./use-detail";
import type { Intent } from "./use-review";

/** What an open row shows in place of its target text. */
export function OpenRow({ position, intent }: { readonly position: number; readonly intent: Intent }) {
  const t = useT(["workbench", "common"]);
  const faultText = useFaultText();
  const { answer, reload } = useDetail(position);
  switch (answer.state) {
    case "loading":
      return <TargetText position={position} />;
    case "failed":
      return (
        <FormError title={`${t("row.loadFailed")} ${faultText(answer.code)}`}>
          <Button size="xs" variant="default" onClick={() => void reload()}>
            {t("common:action.retry")}
          </Button>
        </FormError>
      );
    case "ready":
      return <RowPanel position={position} intent={intent} detail={answer.detail} reload={reload} />;
  }
}

interface PanelProps {
  readonly position: number;
  readonly intent: Intent;
  readonly detail: SegmentDetail;
  readonly reload: () => Promise<SegmentDetail | null>;
}

function RowPanel({ position, intent, detail, reload }: PanelProps) {
  const t = useT("workbench");
  const { head } = useBitext();
  const [gone, setGone] = useState<GoneProposal | null>(null);
  const hasOwn = detail.draft !== null || detail.proposals.some((proposal) => proposal.mine);
  const [isWriting, setIsWriting] = useState(intent === "edit" || hasOwn);
  const [wantsFocus, setWantsFocus] = useState(intent === "edit");
  const others = detail.proposals.filter((proposal) => !proposal.mine);
  const write = useCallback(() => {
    setIsWriting(true);
    setWantsFocus(true);
  }, []);
  useEffect(() => {
    if (intent === "edit") write();
  }, [intent, write]);
  return (
    <div className={styles.panel}>
      <GivenTexts detail={detail} />
      {gone && <FaultNotice fault={gone.fault} note={gone.note} />}
      <RowProposals
        position={position}
        detail={detail}
        proposals={others}
        takesFocus={intent === "read"}
        reload={reload}
        onMeanwhile={setGone}
      />
      <Approval position={position} detail={detail} reload={reload} />
      {!head.may.propose && <p className={styles.soft}>{t("row.readOnly")}</p>}
      {head.may.propose &&
        (isWriting ? (
          <RowEditor position={position} detail={detail} reload={reload} takesFocus={wantsFocus} />
        ) : (
          <div>
            <Button
              variant="default"
              rightSection={<KeyHint keys="F2" />}
              data-write={rowId(position)}
              onClick={write}
            >
              {t("row.edit")}
            </Button>
          </div>
        ))}
      <UndoList detail={detail} reload={reload} />
      <RowHistory detail={detail} />
    </div>
  );
}

/** The machine's text, always, and the current one where it is another. Both can be selected, neither changed. */
function GivenTexts({ detail }: { readonly detail: SegmentDetail }) {
  const t = useT("workbench");
  const { row, machineText } = detail;
  const currentLabel = t(row.approved ? "row.currentApproved" : "row.current");
  if (row.revisionNumber === 1) {
    return (
      <GivenText
        label={`${t("row.machine")}${row.approved ? ` · ${t("state.approved")}` : ""}`}
        text={machineText}
      />
    );
  }
  return (
    <>
      <GivenText label={t("row.machine")} text={machineText} isOld />
      <GivenText label={currentLabel} text={row.targetText} />
    </>
  );
}

function GivenText({
  label,
  text,
  isOld,
}: {
  readonly label: string;
  readonly text: string;
  readonly isOld?: boolean;
}) {
  const t = useT("workbench");
  const common = useT("common");
  const { head, targetCodeIds } = useBitext();
  return (
    <section className={styles.block} aria-label={label}>
      <p className={styles.label}>{label}</p>
      <div className={styles.text} data-old={isOld || undefined} dir={textDirection(head.targetLocale)}>
        {text === "" ? (
          <span className={styles.soft}>{t("grid.noTarget")}</span>
        ) : (
          <MarkedText text={text} marks={[]} lang={head.targetLocale} codes={targetCodeIds} t={common} />
        )}
      </div>
    </section>
  );
}

function Approval({ position, detail, reload }: Omit<PanelProps, "intent">) {
  const t = useT("workbench");
  const faultText = useFaultText();
  const { canApprove, isBusy, fault, approve } = useApproval(position, detail, reload);
  if (!canApprove && !fault) return null;
  return (
    <div className={styles.block}>
      {fault && <FormError title={faultText(fault)} />}
      {canApprove && (
        <div className={styles.buttons}>
          <Button
            variant="light"
            color="green"
            loading={isBusy}
            rightSection={<KeyHint keys="A" />}
            onClick={() => void approve(false)}
          >
            {t("row.approve")}
          </Button>
          <span className={styles.soft}>{t("row.approveHint")}</span>
        </div>
      )}
      {canApprove && detail.approvals && (
        <ApprovalNote
          key={detail.approvals.given}
          approvals={detail.approvals}
          of={{ kind: "segment", id: detail.row.id }}
        />
      )}
    </div>
  );
}
