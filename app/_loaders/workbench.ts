import "server-only";

import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { parseId, type TranslationId } from "@/lib/core/shared/ids";
import { listTray, readAlignment } from "@/lib/services/alignment/read-alignment";
import { listDocuments } from "@/lib/services/documents/list-documents";
import { listOpenQueue } from "@/lib/services/proposals/list-proposals";
import { readHaste } from "@/lib/services/proposals/read-haste";
import { readPublicationDesk } from "@/lib/services/publications/read-publication-desk";
import { readBitext, readRows } from "@/lib/services/translations/read-bitext";
import { pageContext } from "./context";

/** Rows that a page brings along so that the first screen needs no second request. */
const FIRST_ROWS = 40;

/** Sends people who are not signed in to the sign-in page, and back here afterwards. */
export async function requireSignIn(locale: string, path: string): Promise<void> {
  const ctx = await pageContext();
  if (ctx.actor === null) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}

/** Head, index and first rows of a translation, read once per request. Not found for ids that do not exist or are not for this person. */
export const loadBitext = cache(async (translationId: string, firstRow: number) => {
  const id = parseId<TranslationId>(translationId);
  if (!id) notFound();
  const ctx = await pageContext();
  const from = Math.max(0, firstRow - FIRST_ROWS / 2);
  const [bitext, rows] = await Promise.all([readBitext(ctx, id), readRows(ctx, id, from, from + FIRST_ROWS)]);
  if (!bitext.ok || !rows.ok) notFound();
  return { ...bitext.value, rows: rows.value };
});

/** Rows of a translation for the repair of its alignment, and what waits without a row. */
export const loadAlignment = cache(async (translationId: string) => {
  const id = parseId<TranslationId>(translationId);
  if (!id) notFound();
  const ctx = await pageContext();
  const [alignment, tray] = await Promise.all([readAlignment(ctx, id), listTray(ctx, id)]);
  if (!alignment.ok || !tray.ok) notFound();
  return { ...alignment.value, tray: tray.value };
});

/** What is planned for a translation and who can see its draft. Not found for those who may not publish it. */
export async function loadPublicationDesk(translationId: string) {
  const id = parseId<TranslationId>(translationId);
  const desk = id ? await readPublicationDesk(await pageContext(), { translationId: id }) : null;
  return desk?.ok ? desk.value : notFound();
}

/** How many words of a translation wait without a row. */
export async function countTray(translationId: string): Promise<number> {
  const id = parseId<TranslationId>(translationId);
  const tray = id ? await listTray(await pageContext(), id) : null;
  return tray?.ok ? tray.value.length : 0;
}

/** Documents that the person may read, the projects they may import into, and those whose rows they may change. */
export async function loadDocuments() {
  const listed = await listDocuments(await pageContext());
  return listed.ok ? listed.value : { documents: [], importInto: [], repairIn: [] };
}

/** A page of the queue. */
export async function loadQueue(offset: number) {
  const listed = await listOpenQueue(await pageContext(), offset);
  return listed.ok ? listed.value : { items: [], total: 0, offset };
}

/** Who approved faster than one can read, for those who decide. */
export const loadHaste = async () => readHaste(await pageContext());
