"use client";

import { Button, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { createProjectAction } from "@/app/_actions/projects";
import { useAct } from "@/app/_features/act/use-act";
import { useFaultFocus } from "@/app/_features/act/use-fault-focus";
import { FormError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { NAME_MAX } from "@/lib/core/access/account";
import { useT, useUiLocale } from "@/lib/i18n/client";
import styles from "./admin.module.css";
import { useAdminFaultText } from "./fault-text";

/** Names a new project and goes on to it. */
export function CreateProject() {
  const t = useT("admin");
  const locale = useUiLocale();
  const router = useRouter();
  const textOf = useAdminFaultText();
  const { act, pending, fault } = useAct(createProjectAction);
  const form = useFaultFocus(fault);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "");
    act({ name }, (projectId) => {
      announce(t("projects.created", { name: name.trim() }));
      router.push(`/${locale}/admin/projects/${projectId}`);
      router.refresh(); // the menu offers more than before
    });
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit}>
      {fault && !fault.field && <FormError title={textOf(fault.code)} />}
      <div className={styles.inline}>
        <TextInput
          name="name"
          label={t("projects.name")}
          description={t("projects.nameHint")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          error={fault?.field === "name" && textOf(fault.code)}
          maxLength={NAME_MAX}
          autoComplete="off"
          required
          withAsterisk={false}
        />
        <Button type="submit" loading={pending}>
          {t("projects.create")}
        </Button>
      </div>
    </form>
  );
}
