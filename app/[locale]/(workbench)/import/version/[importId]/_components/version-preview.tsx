"use client";

import { Button, NativeSelect } from "@mantine/core";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { applyVersionAction } from "@/app/_actions/versions";
import { useAct } from "@/app/_features/act/use-act";
import type { loadVersion } from "@/app/_loaders/versions";
import { announce } from "@/app/_ui/live-region";
import { PageHeader } from "@/app/_ui/page-header";
import { StateMark } from "@/app/_ui/state-mark";
import { ROW_GRADES, type RowGrade } from "@/lib/core/reimport/version";
import { useFormat, useT } from "@/lib/i18n/client";
import warningStyles from "../../../[importId]/_components/import-preview.module.css";
import { PreviewWarnings } from "../../../[importId]/_components/preview-warnings";
import styles from "../../_components/version.module.css";
import { VersionProblem } from "../../_components/version-problem";
import { Discard } from "./discard";
import { VersionRows } from "./version-rows";

export type LoadedVersion = NonNullable<Awaited<ReturnType<typeof loadVersion>>>;
type Translation = LoadedVersion["translations"][number];

/** What a new version would do to each row, and the button that does it. */
export function VersionPreview({
  importId,
  version,
}: {
  readonly importId: string;
  readonly version: LoadedVersion;
}) {
  const t = useT("version");
  const format = useFormat();
  const router = useRouter();
  const [filter, setFilter] = useState<RowGrade | "all">("all");
  const { act, pending, fault } = useAct(applyVersionAction);
  const { settings, findings, translations, token } = version;
  const apply = () =>
    act({ importId, token }, () => {
      announce(t("preview.done"));
      router.push(`/${format.locale}/review/${translations[0]?.translationId}`);
    });
  const grades = ROW_GRADES.filter((grade) =>
    translations.some(({ rows }) => rows.some((row) => row.grade === grade)),
  );
  return (
    <>
      <PageHeader
        title={t("preview.title")}
        above={
          <Link href={`/${format.locale}/documents`} prefetch={false}>
            {t("documents")}
          </Link>
        }
      >
        <bdi lang={settings.sourceLocale}>{settings.title}</bdi>
      </PageHeader>
      {findings && <PreviewWarnings findings={findings} settings={settings} />}
      {!version.isRelatedSource && (
        <p role="status" className={warningStyles.warning}>
          <StateMark state="attention" label="" size={18} /> {t("preview.unrelated")}
        </p>
      )}
      {fault && <VersionProblem code={fault.code} />}
      {version.isNothing && <p role="status">{t("preview.nothing")}</p>}
      <div className={styles.bar}>
        <NativeSelect
          label={t("preview.filter")}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value as RowGrade | "all")}
          data={[
            { value: "all", label: t("preview.all") },
            ...grades.map((grade) => ({ value: grade, label: t(`grade.${grade}`) })),
          ]}
        />
        <div className={styles.ends}>
          <Discard importId={importId} />
          {!version.isNothing && (
            <Button onClick={apply} loading={pending}>
              {t("preview.apply")}
            </Button>
          )}
        </div>
      </div>
      {translations.map((translation) => (
        <section key={translation.translationId} aria-label={format.languageName(translation.targetLocale)}>
          <h2>{format.languageName(translation.targetLocale)}</h2>
          <Counts translation={translation} />
          <VersionRows translation={translation} version={version} filter={filter} />
        </section>
      ))}
    </>
  );
}

function Counts({ translation: { counts, machine } }: { readonly translation: Translation }) {
  const t = useT("version");
  const lines = [
    ...ROW_GRADES.filter((grade) => counts[grade] > 0).map((grade) =>
      t(`count.${grade}`, { count: counts[grade] }),
    ),
    ...(["replaced", "held"] as const)
      .filter((effect) => machine[effect] > 0)
      .map((effect) => t(`count.${effect}`, { count: machine[effect] })),
  ];
  return (
    <ul className={styles.counts} aria-label={t("preview.summary")}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
