"use client";

import { Button } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { changeOwnPasswordAction } from "@/app/_actions/session";
import { type Fault, useAct } from "@/app/_features/act/use-act";
import { useFaultFocus } from "@/app/_features/act/use-fault-focus";
import { useAccountFaultText } from "@/app/_features/session/account-fault";
import { PasswordField } from "@/app/_features/session/password-field";
import { FormError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { PASSWORD_MIN } from "@/lib/core/access/account";
import { useT } from "@/lib/i18n/client";
import styles from "./account.module.css";

const EMPTY = { current: "", next: "", repeated: "" };

const DIFFERS: Fault = { code: "password-differs", field: "repeated" };

/** The service says `wrong-credentials` of the old password and speaks of the new one as `password`. */
const inForm = (fault: Fault): Fault =>
  fault.code === "wrong-credentials"
    ? { code: "wrong-current", field: "current" }
    : { ...fault, ...(fault.field === "password" && { field: "next" }) };

/** Another password for the person who knows the old one. */
export function PasswordForm({ email }: { readonly email: string }) {
  const t = useT("auth");
  const textOf = useAccountFaultText();
  const { act, pending, fault: refused, forget } = useAct(changeOwnPasswordAction);
  const [typed, setTyped] = useState(EMPTY);
  const [differs, setDiffers] = useState<Fault | null>(null);
  const [done, setDone] = useState(false);
  const fault = differs ?? (refused && inForm(refused));
  const form = useFaultFocus(differs ?? refused);
  const field = (name: keyof typeof EMPTY) => ({
    value: typed[name],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      setTyped((before) => ({ ...before, [name]: currentTarget.value })),
    label: t(`account.${name}`),
    error: fault?.field === name && textOf(fault.code),
    required: true,
    withAsterisk: false,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDone(false);
    forget();
    const agree = typed.next === typed.repeated;
    setDiffers(agree ? null : { ...DIFFERS });
    if (!agree) return;
    act({ current: typed.current, next: typed.next }, () => {
      setTyped(EMPTY);
      setDone(true);
      announce(t("account.changed"));
    });
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit}>
      {fault && !fault.field && <FormError title={textOf(fault.code, fault.retryInSeconds)} />}
      {done && <p>{t("account.changed")}</p>}
      {/* Tells a password manager whose password this is. */}
      <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
      <PasswordField {...field("current")} autoComplete="current-password" />
      <PasswordField
        {...field("next")}
        description={t("passwordHint", { count: PASSWORD_MIN })}
        autoComplete="new-password"
      />
      <PasswordField {...field("repeated")} autoComplete="new-password" />
      <Button type="submit" loading={pending}>
        {t("account.change")}
      </Button>
    </form>
  );
}
