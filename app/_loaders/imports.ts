import "server-only";

import { notFound } from "next/navigation";
import { type ImportId, parseId } from "@/lib/core/shared/ids";
import { listMyImports, readImport } from "@/lib/services/imports/edit-import";
import { pageContext } from "./context";

/** The preview of an import that waits for this person. */
export async function loadImport(importId: string) {
  const id = parseId<ImportId>(importId);
  const found = id ? await readImport(await pageContext(), id) : null;
  if (!id || !found?.ok) notFound();
  return { importId: id, ...found.value };
}

/** The person's imports that still wait. */
export async function loadMyImports() {
  return listMyImports(await pageContext());
}
