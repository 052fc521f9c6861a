"use client";

import { Autocomplete, Button, NativeSelect } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { setMemberAction } from "@/app/_actions/projects";
import { useAct } from "@/app/_features/act/use-act";
import { useFaultFocus } from "@/app/_features/act/use-fault-focus";
import { FormError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { isRole, ROLES, type Role } from "@/lib/core/access/roles";
import { useT } from "@/lib/i18n/client";
import styles from "../../../_components/admin.module.css";
import { useAdminFaultText } from "../../../_components/fault-text";

/** Gives an account a role. `known` are addresses to choose from, for those who may see them. */
export function AddMember({
  projectId,
  known,
}: {
  readonly projectId: string;
  readonly known: readonly string[];
}) {
  const t = useT("admin");
  const router = useRouter();
  const textOf = useAdminFaultText();
  const { act, pending, fault } = useAct(setMemberAction);
  const form = useFaultFocus(fault);
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("translator");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act({ projectId, email, role }, () => {
      announce(t("project.added", { email: email.trim() }));
      setEmail("");
      form.current?.querySelector<HTMLInputElement>("input[type=email]")?.focus();
      router.refresh();
    });
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit}>
      {fault && !fault.field && <FormError title={textOf(fault.code)} />}
      <div className={styles.inline}>
        <Autocomplete
          type="email"
          label={t("project.email")}
          value={email}
          onChange={setEmail}
          data={[...known]}
          limit={8}
          error={fault?.field === "email" && textOf(fault.code)}
          autoComplete="off"
          spellCheck={false}
          required
          withAsterisk={false}
        />
        <NativeSelect
          label={t("project.role")}
          value={role}
          onChange={({ currentTarget }) => isRole(currentTarget.value) && setRole(currentTarget.value)}
          data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
        />
        <Button type="submit" loading={pending}>
          {t("project.add")}
        </Button>
      </div>
    </form>
  );
}
