"use server";

import { z } from "zod";
import { unpackBeads } from "@/lib/core/document/packed-beads";
import type { ImportId } from "@/lib/core/shared/ids";
import { discardImport, saveImport, updateImportPreview } from "@/lib/services/imports/edit-import";
import { perform } from "./action-context";
import { id, version } from "./schemas";

const change = z.object({
  importId: id<ImportId>(),
  version,
  settings: z.object({
    title: z.string().max(2_000),
    sourceLocale: z.string().max(100),
    targetLocale: z.string().max(100),
    mtEngine: z.string().max(1_000),
  }),
  /** As `packBeads` writes them. */
  rows: z
    .string()
    .max(1_000_000)
    .transform((packed, context) => {
      const beads = unpackBeads(packed);
      if (beads.ok) return beads.value;
      context.addIssue({ code: "custom", message: "not rows" });
      return z.NEVER;
    }),
});

/** Keeps what the person changed in an import's preview. */
export async function updateImportAction(input: z.input<typeof change>) {
  return perform(change, input, (ctx, { rows, ...rest }) =>
    updateImportPreview(ctx, { ...rest, beads: rows }),
  );
}

const ending = z.object({ importId: id<ImportId>(), version });

/** Makes a document of the preview. */
export async function saveImportAction(input: z.input<typeof ending>) {
  return perform(ending, input, saveImport);
}

const discarding = z.object({ importId: id<ImportId>() });

/** Throws the preview away. */
export async function discardImportAction(input: z.input<typeof discarding>) {
  return perform(discarding, input, (ctx, { importId }) => discardImport(ctx, importId));
}
