import { randomUUID } from "node:crypto";
import type { PreviewId, SegmentId } from "@/lib/core/shared/ids";
import { placeDraft, placeProposal } from "@/lib/services/alignment/place-words";
import { listTray, readAlignment } from "@/lib/services/alignment/read-alignment";
import { realignRows } from "@/lib/services/alignment/realign-rows";
import { repairAlignment } from "@/lib/services/alignment/repair-alignment";
import { redoRepair, undoRepair } from "@/lib/services/alignment/take-back";
import { applyVersion } from "@/lib/services/imports/apply-version";
import {
  discardImport,
  readImport,
  saveImport,
  updateImportPreview,
} from "@/lib/services/imports/edit-import";
import { readVersion } from "@/lib/services/imports/read-version";
import { readVersionTarget } from "@/lib/services/imports/read-version-target";
import { startImport } from "@/lib/services/imports/start-import";
import { startVersion } from "@/lib/services/imports/start-version";
import { undoVersion } from "@/lib/services/imports/undo-version";
import { cancelPlan, planPublication } from "@/lib/services/publications/plan-publication";
import { createPreviewLink, revokePreview } from "@/lib/services/publications/preview-links";
import { publishTranslation, withdrawPublication } from "@/lib/services/publications/publish-translation";
import { readPublicationDesk } from "@/lib/services/publications/read-publication-desk";
import type { Acts, Stage } from "./stage";

/** Rows of a document, its imports and what is published of it. */
export const onDocuments = ({
  row,
  open,
  planId,
  translationId,
  projectId,
  importId,
  documentId,
}: Stage): Acts => ({
  readAlignment: { least: "reader", act: (ctx) => readAlignment(ctx, translationId) },
  listTray: { least: "reader", act: (ctx) => listTray(ctx, translationId) },
  repairAlignment: {
    least: "editor",
    act: (ctx) =>
      repairAlignment(ctx, {
        translationId,
        version: 99,
        operation: { kind: "join", segmentId: row.id, with: "next" },
      }),
  },
  // a row that is not there
  realignRows: {
    least: "editor",
    act: (ctx) => realignRows(ctx, { translationId, segmentId: randomUUID() as SegmentId }),
  },
  undoRepair: { least: "editor", act: (ctx) => undoRepair(ctx, { translationId, version: 99 }) },
  redoRepair: { least: "editor", act: (ctx) => redoRepair(ctx, { translationId, version: 99 }) },
  // Somebody else's proposal, which is in no tray.
  placeProposal: {
    least: "editor",
    act: (ctx) => placeProposal(ctx, { proposalId: open.proposalId, segmentId: row.id }),
  },
  placeDraft: { least: "translator", act: (ctx) => placeDraft(ctx, { from: row.id, segmentId: row.id }) },
  publishTranslation: { least: "editor", act: (ctx) => publishTranslation(ctx, { translationId }) },
  withdrawPublication: { least: "editor", act: (ctx) => withdrawPublication(ctx, { translationId }) },
  planPublication: {
    least: "editor",
    act: (ctx) => planPublication(ctx, { translationId, dueAt: null }),
  },
  cancelPlan: { least: "editor", act: (ctx) => cancelPlan(ctx, { planId }) },
  readPublicationDesk: { least: "editor", act: (ctx) => readPublicationDesk(ctx, { translationId }) },
  createPreviewLink: {
    least: "editor",
    act: (ctx) => createPreviewLink(ctx, { translationId, hours: 1 }, "secret"),
  },
  revokePreview: {
    least: "editor",
    act: (ctx) => revokePreview(ctx, { translationId, previewId: randomUUID() as PreviewId }),
  },
  startImport: {
    least: "translator",
    act: (ctx) =>
      startImport(ctx, {
        projectId,
        documentId: null,
        source: { kind: "pasted", text: "" },
        target: { kind: "pasted", text: "" },
        title: "",
        mtEngine: "",
        sourceLocale: null,
        targetLocale: null,
      }),
  },
  readForeignImport: { least: "translator", act: (ctx) => readImport(ctx, importId) },
  updateForeignImport: {
    least: "translator",
    act: (ctx) =>
      updateImportPreview(ctx, {
        importId,
        version: 1,
        settings: { title: "x", sourceLocale: "de", targetLocale: "en", mtEngine: "" },
        beads: [],
      }),
  },
  saveForeignImport: { least: "translator", act: (ctx) => saveImport(ctx, { importId, version: 1 }) },
  startVersion: {
    least: "editor",
    act: (ctx) => startVersion(ctx, { documentId, source: null, target: null, mtEngine: "" }),
  },
  readVersionTarget: { least: "editor", act: (ctx) => readVersionTarget(ctx, documentId) },
  readForeignVersion: { least: "translator", act: (ctx) => readVersion(ctx, importId) },
  applyForeignVersion: { least: "translator", act: (ctx) => applyVersion(ctx, { importId, token: "" }) },
  undoVersion: { least: "editor", act: (ctx) => undoVersion(ctx, { documentId }) },
  discardForeignImport: { least: "translator", act: (ctx) => discardImport(ctx, importId) },
});
