"use client";

import { Button, TextInput } from "@mantine/core";
import { useActionState, useEffect, useRef } from "react";
import { setUpAction } from "@/app/_actions/session";
import { useAccountFaultText } from "@/app/_features/session/account-fault";
import styles from "@/app/_features/session/auth-card.module.css";
import { PasswordField } from "@/app/_features/session/password-field";
import { FormError } from "@/app/_ui/form-error";
import { NAME_MAX, PASSWORD_MIN } from "@/lib/core/access/account";
import { useT, useUiLocale } from "@/lib/i18n/client";

/** The first administrator: name, address, and the password twice. */
export function SetupForm() {
  const t = useT("auth");
  const locale = useUiLocale();
  const textOf = useAccountFaultText();
  const [answer, submit, pending] = useActionState(setUpAction, null);
  const form = useRef<HTMLFormElement>(null);
  const fault = pending ? null : (answer?.error ?? null);
  const errorOf = (field: string) => (fault?.field === field ? textOf(fault.code) : undefined);
  useEffect(() => {
    if (answer) form.current?.querySelector<HTMLInputElement>("[aria-invalid=true]")?.focus();
  }, [answer]);
  const typed = answer?.typed ?? { displayName: "", email: "" };
  return (
    <form ref={form} action={submit} className={styles.form}>
      {fault && !fault.field && <FormError title={textOf(fault.code)} />}
      <input type="hidden" name="locale" value={locale} />
      <TextInput
        key={`name ${typed.displayName}`}
        name="displayName"
        label={t("displayName")}
        description={t("displayNameHint")}
        defaultValue={typed.displayName}
        error={errorOf("displayName")}
        autoComplete="name"
        maxLength={NAME_MAX}
        required
        withAsterisk={false}
        autoFocus={!answer}
      />
      <TextInput
        key={`email ${typed.email}`}
        name="email"
        type="email"
        label={t("email")}
        defaultValue={typed.email}
        error={errorOf("email")}
        autoComplete="username"
        spellCheck={false}
        autoCapitalize="off"
        required
        withAsterisk={false}
      />
      <PasswordField
        name="password"
        label={t("password")}
        description={t("passwordHint", { count: PASSWORD_MIN })}
        error={errorOf("password")}
        autoComplete="new-password"
        required
        withAsterisk={false}
      />
      <PasswordField
        name="repeated"
        label={t("repeated")}
        error={errorOf("repeated")}
        autoComplete="new-password"
        required
        withAsterisk={false}
      />
      <Button type="submit" size="md" loading={pending}>
        {t("setup.submit")}
      </Button>
    </form>
  );
}
