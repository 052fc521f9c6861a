import { Button, NativeSelect } from "@mantine/core";
import { personName } from "@/app/_features/person-name/person-name";
import type { loadTogether, TogetherQuery } from "@/app/_loaders/decisions";
import { getFormat, getT } from "@/lib/i18n/server";
import styles from "./together.module.css";

const CHANGES = ["typography", "spelling", "changed"] as const;

/** Which proposals to decide on together. A form that works without scripts: the address holds the answer. */
export async function FilterForm({
  facets,
  query,
}: {
  readonly facets: Awaited<ReturnType<typeof loadTogether>>["facets"];
  readonly query: TogetherQuery;
}) {
  const [t, format] = await Promise.all([getT("decisions"), getFormat()]);
  const all = { value: "", label: t("together.all") };
  const chosen = (value: string | readonly string[] | undefined) => (typeof value === "string" ? value : "");
  return (
    <form className={styles.filter} method="get">
      <NativeSelect
        name="document"
        label={t("together.document")}
        defaultValue={chosen(query.document)}
        data={[all, ...facets.documents.map(({ id, title }) => ({ value: id, label: title }))]}
      />
      <NativeSelect
        name="author"
        label={t("together.author")}
        defaultValue={chosen(query.author)}
        data={[
          all,
          ...facets.authors.map(({ id, name }) => ({
            value: id,
            label: personName(name, t("together.readers")),
          })),
        ]}
      />
      <NativeSelect
        name="language"
        label={t("together.language")}
        defaultValue={chosen(query.language)}
        data={[
          all,
          ...facets.locales.map((locale) => ({ value: locale, label: format.languageName(locale) })),
        ]}
      />
      <NativeSelect
        name="change"
        label={t("together.change")}
        defaultValue={chosen(query.change)}
        data={[all, ...CHANGES.map((grade) => ({ value: grade, label: t(`together.grade.${grade}`) }))]}
      />
      <Button type="submit" variant="default">
        {t("together.show")}
      </Button>
    </form>
  );
}
