"use client";

import { Button, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { Bdi } from "@/app/_ui/bdi";
import { VisuallyHidden } from "@/app/_ui/visually-hidden";
import { useT } from "@/lib/i18n/client";
import styles from "../../_components/admin.module.css";
import { RevertLink } from "../../_components/revert-link";
import { AccountDialog } from "./account-dialog";

export interface Account {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly isAdmin: boolean;
  readonly disabled: boolean;
  readonly hasPassword: boolean;
  /** The person who looks. */
  readonly isViewer: boolean;
}

/** Fewer are found by eye. */
const SEARCH_FROM = 9;

/** All accounts by name; each opens to be changed. */
export function AccountList({ accounts }: { readonly accounts: readonly Account[] }) {
  const t = useT("admin");
  const [query, setQuery] = useState("");
  const [openId, setOpenId] = useState<string | null>(null);
  const wanted = query.trim().toLocaleLowerCase();
  const found = accounts.filter(({ displayName, email }) =>
    `${displayName} ${email}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <>
      {accounts.length >= SEARCH_FROM && (
        <TextInput
          type="search"
          mb="md"
          label={t("accounts.find")}
          placeholder={t("accounts.findHint")}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={query}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
        />
      )}
      <VisuallyHidden role="status">{wanted && t("accounts.found", { count: found.length })}</VisuallyHidden>
      <ul className={styles.list}>
        {found.map((account) => (
          <AccountRow key={account.id} account={account} onChange={() => setOpenId(account.id)} />
        ))}
      </ul>
      <AccountDialog
        account={accounts.find(({ id }) => id === openId) ?? null}
        onClose={() => setOpenId(null)}
      />
    </>
  );
}

function AccountRow({ account, onChange }: { readonly account: Account; readonly onChange: () => void }) {
  const t = useT("admin");
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <span className={styles.name}>
          <Bdi>{account.displayName}</Bdi>
        </span>
        <span className={styles.marks}>
          {account.isViewer && <span className={styles.mark}>{t("accounts.you")}</span>}
          {account.isAdmin && (
            <span className={styles.mark} data-tone="accent">
              {t("accounts.isAdmin")}
            </span>
          )}
          {account.disabled && (
            <span className={styles.mark} data-tone="warning">
              {t("accounts.isDisabled")}
            </span>
          )}
          {!account.hasPassword && <span className={styles.mark}>{t("accounts.noPassword")}</span>}
        </span>
        <p className={styles.email}>{account.email}</p>
      </div>
      <div className={styles.acts}>
        {!account.isViewer && <RevertLink userId={account.id} name={account.displayName} />}
        <Button
          variant="default"
          aria-label={t("accounts.changeOf", { name: account.displayName })}
          onClick={onChange}
        >
          {t("accounts.change")}
        </Button>
      </div>
    </li>
  );
}
