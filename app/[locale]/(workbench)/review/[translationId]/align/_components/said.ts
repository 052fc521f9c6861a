import type { TFunction } from "i18next";
import type { repairAlignmentAction } from "@/app/_actions/alignment";

type Outcome = Extract<Awaited<ReturnType<typeof repairAlignmentAction>>, { ok: true }>["value"]["outcome"];

/** What is said of a change: what was done, and what became of approvals and of texts that wait. */
export function saidOf(
  outcome: Outcome,
  direction: "undo" | "redo" | null,
  t: TFunction<"alignment">,
): string {
  const { operation, approvalsEnded, moved, toTray, fromTray } = outcome;
  const done = direction ? t(`said.${direction}`, { what: t(`kind.${operation}`) }) : t(`said.${operation}`);
  return [
    done,
    approvalsEnded > 0 && t("said.approvals", { count: approvalsEnded }),
    moved > 0 && t("said.moved", { count: moved }),
    toTray > 0 && t("said.toTray", { count: toTray }),
    fromTray > 0 && t("said.fromTray", { count: fromTray }),
  ]
    .filter(Boolean)
    .join(" ");
}
