"use client";

import { Button, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { changeUserAction } from "@/app/_actions/accounts";
import { useAct } from "@/app/_features/act/use-act";
import { useFaultFocus } from "@/app/_features/act/use-fault-focus";
import { PasswordField } from "@/app/_features/session/password-field";
import { Bdi } from "@/app/_ui/bdi";
import { ConfirmButton } from "@/app/_ui/confirm-button";
import { Dialog } from "@/app/_ui/dialog";
import { FormError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { PASSWORD_MIN } from "@/lib/core/access/account";
import { useT } from "@/lib/i18n/client";
import styles from "../../_components/admin.module.css";
import { useAdminFaultText } from "../../_components/fault-text";
import type { Account } from "./account-list";

/** Password, administration and access of an account. */
export function AccountDialog({
  account,
  onClose,
}: {
  readonly account: Account | null;
  readonly onClose: () => void;
}) {
  const t = useT("common");
  return (
    <Dialog
      opened={account !== null}
      onClose={onClose}
      size="lg"
      title={<Bdi>{account?.displayName ?? ""}</Bdi>}
      closeLabel={t("action.close")}
    >
      {account && (
        <Stack gap="xl">
          <SetPassword account={account} />
          <Administration account={account} />
          <Access account={account} />
        </Stack>
      )}
    </Dialog>
  );
}

/** One act on an account: says what was done, shows what was not. */
function useChange(account: Account) {
  const router = useRouter();
  const textOf = useAdminFaultText();
  const { act, pending, fault } = useAct(changeUserAction);
  const [done, setDone] = useState<string | null>(null);
  type Change = Parameters<typeof changeUserAction>[0]["change"];
  const change = (what: Change, said: string, after?: () => void) => {
    setDone(null);
    act({ userId: account.id, change: what }, () => {
      announce(said);
      setDone(said);
      after?.();
      router.refresh();
    });
  };
  const general = fault && !fault.field ? <FormError title={textOf(fault.code)} /> : null;
  return { change, pending, fault, textOf, outcome: general ?? (done && <p>{done}</p>) };
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section} style={{ marginBlock: 0 }}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function SetPassword({ account }: { readonly account: Account }) {
  const t = useT("admin");
  const { change, pending, fault, textOf, outcome } = useChange(account);
  const form = useFaultFocus(fault);
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = t("account.passwordSet", { name: account.displayName });
    change({ kind: "set-password", password }, said, () => setPassword(""));
  };
  return (
    <Section title={t("account.passwordTitle")}>
      <form ref={form} className={styles.inline} onSubmit={submit}>
        <PasswordField
          label={t("account.password")}
          description={t("accounts.passwordHint", { count: PASSWORD_MIN })}
          inputWrapperOrder={["label", "input", "description", "error"]}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          error={fault?.field === "password" && textOf(fault.code)}
          autoComplete="new-password"
          required
          withAsterisk={false}
        />
        <Button type="submit" variant="default" loading={pending}>
          {t("account.setPassword")}
        </Button>
      </form>
      {outcome}
    </Section>
  );
}

function Administration({ account }: { readonly account: Account }) {
  const t = useT(["admin", "common"]);
  const { change, pending, outcome } = useChange(account);
  const name = account.displayName;
  return (
    <Section title={t("admin:account.adminTitle")}>
      <p>{t("admin:account.adminText")}</p>
      <ConfirmButton
        key={String(account.isAdmin)}
        label={t(account.isAdmin ? "admin:account.unmakeAdmin" : "admin:account.makeAdmin")}
        question={t(
          account.isAdmin ? "admin:account.unmakeAdminQuestion" : "admin:account.makeAdminQuestion",
          { name },
        )}
        confirmLabel={t("admin:account.confirm")}
        cancelLabel={t("common:action.cancel")}
        onConfirm={() =>
          change(
            { kind: account.isAdmin ? "unmake-administrator" : "make-administrator" },
            t(account.isAdmin ? "admin:account.isNoAdminNow" : "admin:account.isAdminNow", { name }),
          )
        }
        loading={pending}
        variant="default"
      />
      {outcome}
    </Section>
  );
}

function Access({ account }: { readonly account: Account }) {
  const t = useT(["admin", "common"]);
  const { change, pending, outcome } = useChange(account);
  const name = account.displayName;
  return (
    <Section title={t("admin:account.accessTitle")}>
      <p>{t("admin:account.accessText")}</p>
      {account.disabled ? (
        <Button
          variant="default"
          loading={pending}
          onClick={() => change({ kind: "enable" }, t("admin:account.isEnabledNow", { name }))}
        >
          {t("admin:account.enable")}
        </Button>
      ) : (
        <ConfirmButton
          label={t("admin:account.disable")}
          question={t("admin:account.disableQuestion", { name })}
          confirmLabel={t("admin:account.disable")}
          cancelLabel={t("common:action.cancel")}
          onConfirm={() => change({ kind: "disable" }, t("admin:account.isDisabledNow", { name }))}
          loading={pending}
          variant="light"
          color="red"
        />
      )}
      {outcome}
    </Section>
  );
}
