"use client";

import { Button, Checkbox, TextInput } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { createUserAction } from "@/app/_actions/accounts";
import { useAct } from "@/app/_features/act/use-act";
import { useFaultFocus } from "@/app/_features/act/use-fault-focus";
import { PasswordField } from "@/app/_features/session/password-field";
import { Dialog } from "@/app/_ui/dialog";
import { FormError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { NAME_MAX, PASSWORD_MIN } from "@/lib/core/access/account";
import { useT } from "@/lib/i18n/client";
import styles from "../../_components/admin.module.css";
import { useAdminFaultText } from "../../_components/fault-text";

/** A new account in a dialog. `providerName`: the identity provider, if there is one. */
export function CreateAccount({ providerName }: { readonly providerName: string | null }) {
  const t = useT(["admin", "common"]);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {t("admin:accounts.create")}
      </Button>
      <Dialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t("admin:accounts.createTitle")}
        closeLabel={t("common:action.close")}
      >
        <AccountForm providerName={providerName} onDone={() => setOpened(false)} />
      </Dialog>
    </>
  );
}

const EMPTY = { displayName: "", email: "", password: "", isAdmin: false };

function AccountForm({
  providerName,
  onDone,
}: {
  readonly providerName: string | null;
  readonly onDone: () => void;
}) {
  const t = useT("admin");
  const router = useRouter();
  const textOf = useAdminFaultText();
  const textOfAuth = useT("auth");
  const { act, pending, fault } = useAct(createUserAction);
  const form = useFaultFocus(fault);
  const [account, setAccount] = useState(EMPTY);
  const [hasPassword, setHasPassword] = useState(true);
  const errorOf = (field: string) => fault?.field === field && textOf(fault.code);
  const text = (field: "displayName" | "email" | "password") => ({
    value: account[field],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      setAccount((before) => ({ ...before, [field]: currentTarget.value })),
    error: errorOf(field),
    required: true,
    withAsterisk: false,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act({ ...account, password: hasPassword ? account.password : null }, () => {
      announce(t("accounts.created", { name: account.displayName }));
      onDone();
      router.refresh();
    });
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} autoComplete="off">
      {fault && !fault.field && <FormError title={textOf(fault.code)} />}
      <TextInput
        {...text("displayName")}
        label={textOfAuth("displayName")}
        description={textOfAuth("displayNameHint")}
        maxLength={NAME_MAX}
        data-autofocus
      />
      <TextInput {...text("email")} type="email" label={textOfAuth("email")} spellCheck={false} />
      {hasPassword && (
        <PasswordField
          {...text("password")}
          label={t("accounts.password")}
          description={t("accounts.passwordHint", { count: PASSWORD_MIN })}
          autoComplete="new-password"
        />
      )}
      {providerName && (
        <Checkbox
          checked={!hasPassword}
          onChange={({ currentTarget }) => setHasPassword(!currentTarget.checked)}
          label={t("accounts.providerOnly", { name: providerName })}
        />
      )}
      <Checkbox
        checked={account.isAdmin}
        onChange={({ currentTarget }) => setAccount({ ...account, isAdmin: currentTarget.checked })}
        label={t("accounts.makeAdmin")}
        description={t("accounts.makeAdminHint")}
      />
      <Button type="submit" loading={pending}>
        {t("accounts.create")}
      </Button>
    </form>
  );
}
