"use client";

import { useState } from "react";
import { approveSegmentAction } from "@/app/_actions/proposals";
import { useCommands } from "@/app/_features/keyboard/use-commands";
import { announce } from "@/app/_ui/live-region";
import type { SegmentDetail } from "@/lib/core/review/bitext";
import { useT } from "@/lib/i18n/client";
import { useWorkbench } from "./workbench-context";

/** "I read it against the source and nothing is to be changed": for those who may, where nothing else waits. */
export function useApproval(
  position: number,
  detail: SegmentDetail,
  reload: () => Promise<SegmentDetail | null>,
) {
  const t = useT("workbench");
  const { done } = useWorkbench();
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { row } = detail;
  const canApprove = detail.approvable && detail.proposals.length === 0;

  const approve = async (andNext: boolean) => {
    if (!canApprove || isBusy) return;
    setIsBusy(true);
    setFault(null);
    const { revisionId, textHash } = row;
    const answer = await approveSegmentAction({ segmentId: row.id, revisionId, textHash }).catch(
      () => ({ ok: false, error: { code: "offline" } }) as const,
    );
    setIsBusy(false);
    if (answer.ok) announce(t(answer.value.missing > 0 ? "say.counted" : "row.approved"));
    else setFault(answer.error.code);
    await reload();
    if (answer.ok) done(position, andNext);
  };
  useCommands(
    canApprove
      ? [
          {
            id: "approve",
            keys: "A",
            label: t("row.approve"),
            group: "review",
            run: () => void approve(false),
          },
        ]
      : [],
  );
  return { canApprove, isBusy, fault, approve };
}
