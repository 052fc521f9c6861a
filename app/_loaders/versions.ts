import "server-only";

import { notFound } from "next/navigation";
import { type DocumentId, type ImportId, parseId, type TranslationId } from "@/lib/core/shared/ids";
import { readVersion } from "@/lib/services/imports/read-version";
import { readVersionTarget } from "@/lib/services/imports/read-version-target";
import { listCarried } from "@/lib/services/segments/carried-rows";
import { pageContext } from "./context";

/** The document of which this person may bring a new version. */
export async function loadVersionTarget(documentId: unknown) {
  const id = parseId<DocumentId>(documentId);
  const found = id ? await readVersionTarget(await pageContext(), id) : null;
  if (!found?.ok) notFound();
  return found.value;
}

/** What a new version that waits would change; null if its document has another source by now. */
export async function loadVersion(importId: string) {
  const id = parseId<ImportId>(importId);
  const found = id ? await readVersion(await pageContext(), id) : null;
  if (found?.ok) return found.value;
  if (found?.error.code !== "changed-meanwhile") notFound();
  return null;
}

/** Rows of a translation that wait to be confirmed after a new version. */
export async function loadCarried(translationId: string) {
  const id = parseId<TranslationId>(translationId);
  const found = id ? await listCarried(await pageContext(), id) : null;
  if (!found?.ok) notFound();
  return found.value;
}
