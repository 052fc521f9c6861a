"use client";

import { Button, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { cancelPlanAction, planPublicationAction } from "@/app/_actions/publications";
import { useAct } from "@/app/_features/act/use-act";
import { ConfirmButton } from "@/app/_ui/confirm-button";
import { FormError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { useFormat, useT } from "@/lib/i18n/client";
import { usePublicationFaultText } from "./fault-text";
import styles from "./publication.module.css";

interface Plan {
  readonly id: string;
  readonly dueAt: string;
  readonly state: "waiting" | "published" | "failed" | "cancelled";
  readonly fault: { readonly code: string; readonly count?: number } | null;
  readonly attempts: number;
  readonly trouble: string | null;
  readonly retryAt: string | null;
  readonly plannedBy: string;
  readonly endedAt: string | null;
}

/** The plan that waits, or a form for one; and what became of the last. */
export function PublicationPlan({
  translationId,
  waiting,
  ended,
}: {
  readonly translationId: string;
  readonly waiting: Plan | null;
  readonly ended: Plan | null;
}) {
  return (
    <>
      {ended && <Ended plan={ended} />}
      {waiting ? <Waiting plan={waiting} /> : <PlanForm translationId={translationId} />}
    </>
  );
}

function Ended({ plan }: { readonly plan: Plan }) {
  const t = useT("publication");
  const format = useFormat();
  const date = format.dateTime(plan.dueAt);
  if (plan.state === "failed") {
    return (
      <p className={styles.failed}>{t("plan.ended.failed", { date, reason: reasonOf(plan.fault, t) })}</p>
    );
  }
  if (plan.state === "cancelled") return <p>{t("plan.ended.cancelled", { date })}</p>;
  return <p>{t("plan.ended.published", { date: format.dateTime(plan.endedAt ?? plan.dueAt) })}</p>;
}

function reasonOf(fault: Plan["fault"], t: ReturnType<typeof useT<"publication">>): string {
  if (!fault) return t("reason.unknown");
  const { count } = fault;
  switch (fault.code) {
    case "unreviewed":
      return t("reason.unreviewed", { count });
    case "open-proposals":
      return t("reason.open-proposals", { count });
    case "empty":
      return t("reason.empty");
    case "not-allowed":
    case "database-unreachable":
    case "database-busy":
    case "disk-full":
      return t(`reason.${fault.code}`);
    default:
      return t("reason.unknown");
  }
}

function Waiting({ plan }: { readonly plan: Plan }) {
  const t = useT("publication");
  const format = useFormat();
  const router = useRouter();
  const textOf = usePublicationFaultText();
  const { act, pending, fault } = useAct(cancelPlanAction);
  return (
    <>
      <p className={styles.notable}>
        {t("plan.waiting", {
          name: plan.plannedBy,
          date: format.dateTime(plan.dueAt),
          zone: format.timeZone,
        })}
      </p>
      {plan.retryAt && (
        <p className={styles.failed}>
          {t("plan.triedAgain", {
            count: plan.attempts,
            reason: reasonOf({ code: plan.trouble ?? "" }, t),
            date: format.dateTime(plan.retryAt),
          })}
        </p>
      )}
      <ConfirmButton
        variant="default"
        label={t("plan.cancel")}
        question={t("plan.cancelQuestion")}
        confirmLabel={t("plan.cancelConfirm")}
        cancelLabel={t("plan.keep")}
        loading={pending}
        onConfirm={() =>
          act({ planId: plan.id }, () => {
            announce(t("plan.cancelled"));
            router.refresh();
          })
        }
      />
      {fault && <FormError title={textOf(fault.code)} />}
    </>
  );
}

function PlanForm({ translationId }: { readonly translationId: string }) {
  const t = useT("publication");
  const format = useFormat();
  const router = useRouter();
  const textOf = usePublicationFaultText();
  const { act, pending, fault } = useAct(planPublicationAction);
  const [at, setAt] = useState("");
  const plan = (event: FormEvent) => {
    event.preventDefault();
    act({ translationId, at: at.slice(0, 16) }, () => {
      announce(t("plan.planned"));
      router.refresh();
    });
  };
  return (
    <form className={styles.form} onSubmit={plan} aria-label={t("plan.title")}>
      <TextInput
        type="datetime-local"
        required
        withAsterisk={false}
        label={t("plan.at")}
        description={t("plan.zone", { zone: format.timeZone })}
        value={at}
        onChange={(event) => setAt(event.currentTarget.value)}
        error={fault ? textOf(fault.code) : null}
        aria-invalid={fault !== null}
      />
      <Button type="submit" loading={pending}>
        {t("plan.submit")}
      </Button>
    </form>
  );
}
