import { z } from "zod";
import { id } from "@/app/_actions/schemas";
import type { DocumentId, ProjectId, TranslationId } from "@/lib/core/shared/ids";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { IMPORT_LIMITS } from "@/lib/files/limits";
import type { ImportSide, NewImport } from "@/lib/services/imports/start-import";
import type { NewVersion } from "@/lib/services/imports/start-version";

/** Two files and the fields around them. */
export const UPLOAD_BYTES = 2 * IMPORT_LIMITS.fileBytes + 1_000_000;

export type UploadFault = { readonly code: "too-large" | "bad-request" };

/**
 * The form of a request, never more of it than the limit: by what the request says of its own
 * length, and where it says nothing by counting.
 */
export async function readUpload(request: Request): Promise<Result<FormData, UploadFault>> {
  const announced = request.headers.get("content-length");
  if (announced !== null && Number(announced) > UPLOAD_BYTES) return err({ code: "too-large" });
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !type.startsWith("multipart/form-data")) return err({ code: "bad-request" });
  let total = 0;
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        total += chunk.byteLength;
        if (total > UPLOAD_BYTES) controller.error(new Error("upload is too large"));
        else controller.enqueue(chunk);
      },
    }),
  );
  try {
    return ok(await new Response(counted, { headers: { "content-type": type } }).formData());
  } catch {
    return err({ code: total > UPLOAD_BYTES ? "too-large" : "bad-request" });
  }
}

const locale = z
  .string()
  .max(100)
  .transform((tag) => (tag === "" || tag === "guess" ? null : tag));

const fields = z.object({
  projectId: id<ProjectId>(),
  documentId: z.union([z.literal("").transform(() => null), id<DocumentId>()]),
  title: z.string().max(2_000),
  mtEngine: z.string().max(2_000),
  sourceLocale: locale,
  targetLocale: locale,
});

/** What the form asks for; null if it is not ours. */
export async function parseUpload(form: FormData): Promise<NewImport | null> {
  const parsed = fields.safeParse({
    documentId: "",
    ...Object.fromEntries(Object.keys(fields.shape).flatMap((name) => entryOf(form, name))),
  });
  const [source, target] = [await readSide(form.get("source")), await readSide(form.get("target"))];
  return parsed.success && target ? { ...parsed.data, source, target } : null;
}

const versionFields = z.object({
  documentId: id<DocumentId>(),
  translationId: z.union([z.literal("").transform(() => null), id<TranslationId>()]),
  mtEngine: z.string().max(2_000),
});

/** The new version that the form brings; a side that is not in it is left as it is. Null if it is not our form. */
export async function parseVersionUpload(form: FormData): Promise<NewVersion | null> {
  const parsed = versionFields.safeParse(
    Object.fromEntries(Object.keys(versionFields.shape).flatMap((name) => entryOf(form, name))),
  );
  if (!parsed.success) return null;
  const { documentId, translationId, mtEngine } = parsed.data;
  const [source, side] = [await readSide(form.get("source")), await readSide(form.get("target"))];
  if ((side === null) !== (translationId === null)) return null;
  return { documentId, mtEngine, source, target: side && translationId ? { translationId, side } : null };
}

function entryOf(form: FormData, name: string): [string, unknown][] {
  const value = form.get(name);
  return value === null ? [] : [[name, value]];
}

async function readSide(value: FormDataEntryValue | null): Promise<ImportSide | null> {
  if (value === null) return null;
  if (typeof value === "string") return { kind: "pasted", text: value };
  return { kind: "file", name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
}
