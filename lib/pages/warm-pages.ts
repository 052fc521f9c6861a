import { setTimeout as sleep } from "node:timers/promises";
import type { Queryable } from "@/lib/db/client";
import { listPageLocales } from "@/lib/db/published-pages";
import { UI_LOCALES } from "@/lib/i18n/locales";
import { ALL_ARTICLES, readPageAddress } from "./page-address";
import type { PageKeeper } from "./page-keeper";

/** Instances hear of a publication at the same moment: the first one makes the pages, the others find them made. */
const SPREAD_MS = 400;

/** Makes the pages of what was just published before a reader asks for them. */
export function pageWarmer(db: Queryable, keeper: PageKeeper): (tag: string) => void {
  const waiting = new Set<string>();
  let last: Promise<void> = Promise.resolve();
  return (tag) => {
    if (waiting.has(tag)) return;
    waiting.add(tag);
    last = last
      .then(() => sleep(Math.random() * SPREAD_MS, null, { ref: false }))
      .then(() => waiting.delete(tag))
      .then(() => warm(db, keeper, tag))
      .catch(() => {}); // whoever asks for the page first makes it
  };
}

async function warm(db: Queryable, keeper: PageKeeper, tag: string): Promise<void> {
  const paths =
    tag === ALL_ARTICLES
      ? UI_LOCALES.map((ui) => `/${ui}`)
      : (await listPageLocales(db, tag)).flatMap((locale) =>
          UI_LOCALES.map((ui) => `/${ui}/articles/${tag}/${locale}`),
        );
  for (const path of paths) {
    const address = readPageAddress(path);
    if (address?.isKept) await keeper.obtain(address);
  }
}
