import { IconHourglassHigh } from "@tabler/icons-react";
import type { loadHaste } from "@/app/_loaders/workbench";
import { getT } from "@/lib/i18n/server";
import styles from "./queue.module.css";

/** Says who approved faster than one can read. A question to people, no verdict on them. */
export async function HasteNotice({ haste }: { readonly haste: Awaited<ReturnType<typeof loadHaste>> }) {
  if (haste.length === 0) return null;
  const t = await getT("queue");
  return (
    <aside className={styles.haste} aria-label={t("haste.title")}>
      <IconHourglassHigh size={20} stroke={1.5} aria-hidden />
      <div>
        <p>{t("haste.text")}</p>
        <ul>
          {haste.map(({ personId, name, hasty, all }) => (
            <li key={personId}>{t("haste.person", { name, hasty, count: all })}</li>
          ))}
        </ul>
      </div>
    </aside>
  );
}
