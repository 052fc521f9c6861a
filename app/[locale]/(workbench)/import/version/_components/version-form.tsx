"use client";

import { Autocomplete, Button, Select } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { FormError } from "@/app/_ui/form-error";
import { announce } from "@/app/_ui/live-region";
import { useFormat, useT } from "@/lib/i18n/client";
import { FaultSummary } from "../../_components/fault-summary";
import { faultText } from "../../_components/fault-text";
import styles from "../../_components/import-form.module.css";
import { EMPTY_SIDE, SideField } from "../../_components/side-field";
import type { ImportFaultSeen, Side } from "../../_components/upload-import";
import { UploadProgress } from "../../_components/upload-progress";
import { isEmptySide, sizeFault, useUpload } from "../../_components/use-import";

interface Translation {
  readonly id: string;
  readonly targetLocale: string;
  readonly mtEngine: string | null;
}

/** New texts of one side or of both. Whatever goes wrong, everything that was typed stays. */
export function VersionForm({
  documentId,
  sourceLocale,
  translations,
}: {
  readonly documentId: string;
  readonly sourceLocale: string;
  readonly translations: readonly Translation[];
}) {
  const t = useT(["import", "version"]);
  const format = useFormat();
  const router = useRouter();
  const [sides, setSides] = useState({ source: EMPTY_SIDE, target: EMPTY_SIDE });
  const [translationId, setTranslationId] = useState(translations[0]?.id ?? "");
  const [mtEngine, setMtEngine] = useState("");
  const [fault, setFault] = useState<ImportFaultSeen | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { progress, send, cancel } = useUpload("/api/versions", (outcome) => {
    if ("importId" in outcome) {
      announce(t("version:ready"));
      router.push(`/${format.locale}/import/version/${outcome.importId}`);
      return;
    }
    setFault(outcome.error.code === "cancelled" ? null : outcome.error);
    if (outcome.error.code === "cancelled") announce(t("cancelled"));
  });
  useEffect(() => {
    if (fault) form.current?.querySelector<HTMLElement>("[aria-invalid=true],[data-fault]")?.focus();
  }, [fault]);
  const chosen = translations.find(({ id }) => id === translationId);
  const errorOf = (side: Side) =>
    fault?.side === side ? faultText(t, format, fault, sides[side].file === null) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = (["source", "target"] as const).filter((side) => !isEmptySide(sides[side]));
    const before =
      given.length === 0
        ? { code: "nothing-given" }
        : given.map((side) => sizeFault(side, sides[side])).find(Boolean);
    setFault(before ?? null);
    if (before) return;
    const data = new FormData();
    data.set("documentId", documentId);
    data.set("mtEngine", mtEngine);
    data.set("translationId", given.includes("target") ? translationId : "");
    for (const side of given) data.set(side, sides[side].file ?? sides[side].text);
    void send(data);
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <fieldset className={styles.fields} disabled={progress !== null}>
        <p className={styles.limits}>{t("version:leave")}</p>
        <div className={styles.sides}>
          {(["source", "target"] as const).map((side) => (
            <SideField
              key={side}
              side={side}
              locale={side === "source" ? sourceLocale : (chosen?.targetLocale ?? "und")}
              draft={sides[side]}
              onChange={(draft) => setSides((before) => ({ ...before, [side]: draft }))}
              error={errorOf(side)}
            />
          ))}
        </div>
        <div className={styles.row}>
          <Select
            label={t("version:translation")}
            data={translations.map(({ id, targetLocale }) => ({
              value: id,
              label: format.languageName(targetLocale),
            }))}
            value={translationId}
            onChange={(id) => id && setTranslationId(id)}
            allowDeselect={false}
          />
          <Autocomplete
            label={t("field.engine")}
            description={t("version:engineHint")}
            inputWrapperOrder={["label", "input", "description"]}
            data={chosen?.mtEngine ? [chosen.mtEngine] : []}
            value={mtEngine}
            onChange={setMtEngine}
            maxLength={100}
          />
        </div>
      </fieldset>
      <FormFault fault={fault} />
      {progress ? (
        <UploadProgress progress={progress} onCancel={cancel} />
      ) : (
        <Button type="submit" size="md" className={styles.submit ?? ""}>
          {t("version:start")}
        </Button>
      )}
    </form>
  );
}

function FormFault({ fault }: { readonly fault: ImportFaultSeen | null }) {
  const t = useT(["import", "version"]);
  if (fault?.code === "nothing-given") {
    return (
      <FormError title={t("faultTitle")}>
        <p className={styles.summary} data-fault tabIndex={-1}>
          {t("version:fault.nothing-given")}
        </p>
      </FormError>
    );
  }
  return fault && (fault.side ?? "both") === "both" ? <FaultSummary fault={fault} /> : null;
}
