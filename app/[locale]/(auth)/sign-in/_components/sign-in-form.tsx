"use client";

import { Button, TextInput } from "@mantine/core";
import { useActionState, useEffect, useRef } from "react";
import { signInAction } from "@/app/_actions/session";
import styles from "@/app/_features/session/auth-card.module.css";
import { PasswordField } from "@/app/_features/session/password-field";
import { FormError } from "@/app/_ui/form-error";
import { useT } from "@/lib/i18n/client";
import { type SignInError, toSignInError } from "./sign-in-error";

/** E-mail address and password. A plain form to begin with, so that it works before its script. */
export function SignInForm({
  callbackUrl,
  firstError,
}: {
  readonly callbackUrl: string;
  readonly firstError: SignInError | null;
}) {
  const t = useT("auth");
  const [answer, submit, pending] = useActionState(signInAction, null);
  const password = useRef<HTMLInputElement>(null);
  const error = answer ? toSignInError(answer.error) : firstError;
  useEffect(() => {
    if (answer) password.current?.focus();
  }, [answer]);
  return (
    <form action={submit} className={styles.form}>
      {error && !pending && <FormError title={t(`error.${error.code}`, { count: error.minutes })} />}
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <TextInput
        key={answer?.typed.email}
        name="email"
        type="email"
        label={t("email")}
        defaultValue={answer?.typed.email ?? ""}
        autoComplete="username"
        inputMode="email"
        spellCheck={false}
        autoCapitalize="off"
        required
        withAsterisk={false}
        autoFocus={!answer}
      />
      <PasswordField
        ref={password}
        name="password"
        label={t("password")}
        autoComplete="current-password"
        required
        withAsterisk={false}
      />
      <Button type="submit" size="md" loading={pending}>
        {t("signIn.submit")}
      </Button>
    </form>
  );
}
