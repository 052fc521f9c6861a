"use client";

import { Switch } from "@mantine/core";
import { useRouter } from "next/navigation";
import { setPolicyAction } from "@/app/_actions/projects";
import { useAct } from "@/app/_features/act/use-act";
import { FormError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { useT } from "@/lib/i18n/client";
import { useAdminFaultText } from "../../../_components/fault-text";

/** Whether paragraphs without approval may be published. */
export function PublicationPolicy({
  projectId,
  publishesUnreviewed,
}: {
  readonly projectId: string;
  readonly publishesUnreviewed: boolean;
}) {
  const t = useT("admin");
  const router = useRouter();
  const textOf = useAdminFaultText();
  const { act, pending, fault } = useAct(setPolicyAction);
  const change = (wanted: boolean) =>
    act({ projectId, publishesUnreviewed: wanted }, () => {
      announce(t(wanted ? "project.policyOn" : "project.policyOff"));
      router.refresh();
    });
  return (
    <>
      <Switch
        checked={pending ? !publishesUnreviewed : publishesUnreviewed}
        onChange={({ currentTarget }) => change(currentTarget.checked)}
        aria-busy={pending}
        label={t("project.policyLabel")}
        description={t("project.policyHint")}
      />
      {fault && <FormError title={textOf(fault.code)} />}
    </>
  );
}
