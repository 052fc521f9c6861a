"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { createPreviewAction, revokePreviewAction } from "@/app/_actions/publications";
import { useAct } from "@/app/_features/act/use-act";
import { ConfirmButton } from "@/app/_ui/confirm-button";
import { FormError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { PREVIEW_HOURS } from "@/lib/core/publication/plan";
import { useFormat, useT, useUiLocale } from "@/lib/i18n/client";
import { usePublicationFaultText } from "./fault-text";
import styles from "./publication.module.css";

interface Link {
  readonly id: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Makes links to the draft, and ends those that work. */
export function PreviewLinks({
  translationId,
  links,
}: {
  readonly translationId: string;
  readonly links: readonly Link[];
}) {
  const t = useT("publication");
  return (
    <>
      <LinkForm translationId={translationId} />
      <h3>{t("preview.list")}</h3>
      {links.length === 0 && <p>{t("preview.none")}</p>}
      <ul className={styles.links}>
        {links.map((link) => (
          <LinkItem key={link.id} translationId={translationId} link={link} />
        ))}
      </ul>
    </>
  );
}

function LinkForm({ translationId }: { readonly translationId: string }) {
  const t = useT("publication");
  const locale = useUiLocale();
  const router = useRouter();
  const textOf = usePublicationFaultText();
  const { act, pending, fault } = useAct(createPreviewAction);
  const [hours, setHours] = useState<(typeof PREVIEW_HOURS)[number]>(72);
  const [made, setMade] = useState<{ address: string; expiresAt: Date } | null>(null);
  const create = (event: FormEvent) => {
    event.preventDefault();
    act({ translationId, hours }, ({ token, expiresAt }) => {
      setMade({ address: `${window.location.origin}/${locale}/preview/${token}`, expiresAt });
      router.refresh();
    });
  };
  return (
    <>
      <form className={styles.form} onSubmit={create} aria-label={t("preview.title")}>
        <NativeSelect
          label={t("preview.hours")}
          value={String(hours)}
          onChange={(event) =>
            setHours(PREVIEW_HOURS.find((one) => String(one) === event.currentTarget.value) ?? 72)
          }
          data={PREVIEW_HOURS.map((one) => ({ value: String(one), label: t(`preview.for.${one}`) }))}
        />
        <Button type="submit" variant="default" loading={pending}>
          {t("preview.create")}
        </Button>
      </form>
      {fault && <FormError title={textOf(fault.code)} />}
      {made && <MadeLink {...made} />}
    </>
  );
}

function MadeLink({ address, expiresAt }: { readonly address: string; readonly expiresAt: Date }) {
  const t = useT("publication");
  const format = useFormat();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setIsCopied(true);
    announce(t("preview.copied"));
  };
  return (
    <div className={styles.made} role="status">
      <p className={styles.notable}>{t("preview.made", { date: format.dateTime(expiresAt) })}</p>
      <TextInput
        ref={field}
        readOnly
        label={t("preview.address")}
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div>
        <Button size="xs" variant="default" onClick={() => void copy().catch(() => field.current?.select())}>
          {t(isCopied ? "preview.copied" : "preview.copy")}
        </Button>
      </div>
    </div>
  );
}

function LinkItem({ translationId, link }: { readonly translationId: string; readonly link: Link }) {
  const t = useT(["publication", "common"]);
  const format = useFormat();
  const router = useRouter();
  const textOf = usePublicationFaultText();
  const { act, pending, fault } = useAct(revokePreviewAction);
  const said = { name: link.createdBy, date: format.dateTime(link.createdAt) };
  return (
    <li>
      <span>{t("publication:preview.item", { ...said, until: format.dateTime(link.expiresAt) })}</span>
      <ConfirmButton
        variant="default"
        size="xs"
        label={t("publication:preview.revoke")}
        fullLabel={t("publication:preview.revokeOf", said)}
        question={t("publication:preview.revokeQuestion")}
        confirmLabel={t("publication:preview.revokeConfirm")}
        cancelLabel={t("common:action.cancel")}
        loading={pending}
        onConfirm={() =>
          act({ translationId, previewId: link.id }, () => {
            announce(t("publication:preview.revoked"));
            router.refresh();
          })
        }
      />
      {fault && <FormError title={textOf(fault.code)} />}
    </li>
  );
}
