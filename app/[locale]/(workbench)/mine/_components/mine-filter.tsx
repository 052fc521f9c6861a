import { Button, NativeSelect, TextInput } from "@mantine/core";
import type { loadMyProposals, MineWishes } from "@/app/_loaders/mine";
import { STANDINGS } from "@/lib/core/proposal/standing";
import { getFormat, getT } from "@/lib/i18n/server";
import styles from "./mine.module.css";

type Listed = NonNullable<Awaited<ReturnType<typeof loadMyProposals>>>;

/** Which of one's proposals to show. A form that works without scripts: the address holds the answer. */
export async function MineFilterForm({
  wanted,
  counts,
  documents,
}: Pick<Listed, "counts" | "documents"> & { readonly wanted: MineWishes }) {
  const [t, format] = await Promise.all([getT("queue"), getFormat()]);
  const isFiltered = Object.values(wanted).some((value) => value !== null);
  return (
    <form className={styles.filter} method="get" aria-label={t("mine.filter.label")}>
      <NativeSelect
        // a new address is a new form: what it says is what was asked for
        key={`standing ${wanted.standing}`}
        name="standing"
        label={t("mine.filter.standing")}
        defaultValue={wanted.standing ?? ""}
        data={[
          { value: "", label: t("mine.filter.counted", { name: t("mine.filter.all"), count: counts.all }) },
          ...STANDINGS.map((one) => ({
            value: one,
            label: t("mine.filter.counted", { name: t(`mine.filter.${one}`), count: counts[one] }),
          })),
        ]}
      />
      <NativeSelect
        key={`document ${wanted.document}`}
        name="document"
        label={t("mine.filter.document")}
        defaultValue={wanted.document ?? ""}
        data={[
          { value: "", label: t("mine.filter.allDocuments") },
          ...documents.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <TextInput
        key={`from ${wanted.from}`}
        type="date"
        name="from"
        label={t("mine.filter.from")}
        defaultValue={wanted.from ?? ""}
      />
      <TextInput
        key={`to ${wanted.to}`}
        type="date"
        name="to"
        label={t("mine.filter.to")}
        defaultValue={wanted.to ?? ""}
      />
      <Button type="submit" variant="default">
        {t("mine.filter.show")}
      </Button>
      {isFiltered && (
        <Button component="a" variant="subtle" href={`/${format.locale}/mine`}>
          {t("mine.filter.reset")}
        </Button>
      )}
    </form>
  );
}
