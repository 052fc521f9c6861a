"use client";

import { Button, NumberInput, Select, Switch } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { changePolicyAction } from "@/app/_actions/projects";
import { useAct } from "@/app/_features/act/use-act";
import { FormError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { MOST_APPROVALS, type NumberedPolicy, type Policy, PUBLISHERS } from "@/lib/core/policy/policy";
import { useT } from "@/lib/i18n/client";
import { useAdminFaultText } from "../../../_components/fault-text";
import styles from "./policy-form.module.css";

const APPROVALS = Array.from({ length: MOST_APPROVALS }, (_, index) => String(index + 1));

/** What the project asks for before a text counts as approved, and before readers get it. */
export function PolicyForm({
  projectId,
  policy,
}: {
  readonly projectId: string;
  readonly policy: NumberedPolicy;
}) {
  const t = useT("admin");
  const router = useRouter();
  const textOf = useAdminFaultText();
  const { act, pending, fault } = useAct(changePolicyAction);
  const [draft, setDraft] = useState(() => withoutNumber(policy));
  const set = (change: Partial<Policy>) => setDraft((before) => ({ ...before, ...change }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    act({ projectId, seen: policy.number, policy: draft }, () => {
      announce(t("policy.saved"));
      router.refresh();
    });
  };
  return (
    <form className={styles.form} onSubmit={save} aria-label={t("policy.title")}>
      <ReviewFields draft={draft} set={set} />
      <PublicationFields draft={draft} set={set} />
      {fault && <FormError title={textOf(fault.code)} />}
      <div>
        <Button type="submit" loading={pending}>
          {t("policy.save")}
        </Button>
      </div>
    </form>
  );
}

function withoutNumber({ number: _number, ...policy }: NumberedPolicy): Policy {
  return policy;
}

interface Fields {
  readonly draft: Policy;
  readonly set: (change: Partial<Policy>) => void;
}

function ReviewFields({ draft, set }: Fields) {
  const t = useT("admin");
  return (
    <fieldset className={styles.group}>
      <legend>{t("policy.review")}</legend>
      <Switch
        checked={draft.fourEyes}
        onChange={({ currentTarget }) => {
          const { checked } = currentTarget;
          set(checked ? { fourEyes: true } : { fourEyes: false, approvals: 1 });
        }}
        label={t("policy.fourEyes")}
        description={t("policy.fourEyesHint")}
      />
      <Select
        data={APPROVALS.map((value) => ({ value, label: t("policy.people", { count: Number(value) }) }))}
        value={String(draft.approvals)}
        onChange={(value) => set({ approvals: Number(value ?? 1) })}
        allowDeselect={false}
        disabled={!draft.fourEyes}
        label={t("policy.approvals")}
        description={t("policy.approvalsHint")}
      />
      <Switch
        checked={draft.secondEditor}
        onChange={({ currentTarget }) => set({ secondEditor: currentTarget.checked })}
        disabled={!draft.fourEyes}
        label={t("policy.secondEditor")}
        description={t("policy.secondEditorHint")}
      />
      <NumberInput
        value={draft.secondLooks}
        onChange={(value) => set({ secondLooks: typeof value === "number" ? value : 0 })}
        min={0}
        max={100}
        allowDecimal={false}
        clampBehavior="strict"
        disabled={!draft.fourEyes}
        label={t("policy.secondLooks")}
        description={t("policy.secondLooksHint")}
      />
    </fieldset>
  );
}

function PublicationFields({ draft, set }: Fields) {
  const t = useT("admin");
  return (
    <fieldset className={styles.group}>
      <legend>{t("policy.publication")}</legend>
      <Select
        data={PUBLISHERS.map((value) => ({ value, label: t(`policy.publisherIs.${value}`) }))}
        value={draft.publisher}
        onChange={(value) => set({ publisher: PUBLISHERS.find((one) => one === value) ?? "editor" })}
        allowDeselect={false}
        label={t("policy.publisher")}
      />
      <NumberInput
        value={draft.leastApproved}
        onChange={(value) => set({ leastApproved: typeof value === "number" ? value : 0 })}
        min={0}
        max={100}
        allowDecimal={false}
        clampBehavior="strict"
        label={t("policy.leastApproved")}
        description={t("policy.leastApprovedHint")}
      />
      <NumberInput
        value={draft.leastIndexed}
        onChange={(value) => set({ leastIndexed: typeof value === "number" ? value : 0 })}
        min={0}
        max={100}
        allowDecimal={false}
        clampBehavior="strict"
        label={t("policy.leastIndexed")}
        description={t("policy.leastIndexedHint")}
      />
      <Switch
        checked={draft.refusesOpenProposals}
        onChange={({ currentTarget }) => set({ refusesOpenProposals: currentTarget.checked })}
        label={t("policy.refusesOpenProposals")}
        description={t("policy.refusesOpenProposalsHint")}
      />
    </fieldset>
  );
}
