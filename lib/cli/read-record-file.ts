import { z } from "zod";
import type { KeptRecord } from "@/lib/core/record/check-record";
import { RECORD_FORMAT, RECORD_VERSION } from "@/lib/core/record/review-record";
import { CommandError, type CommandIo, readInput } from "./command";

const person = z.object({ id: z.string() });

/** The fields that are compared; lib/core/record/review-record.schema.json has them all. */
const record = z.object({
  format: z.literal(RECORD_FORMAT),
  version: z.literal(RECORD_VERSION),
  document: z.object({ slug: z.string(), targetLocale: z.string() }),
  publication: z.object({
    id: z.uuid(),
    number: z.int(),
    seal: z.object({
      snapshotHash: z.string(),
      chain: z.string(),
      place: z.int(),
      hash: z.string(),
    }),
  }),
  paragraphs: z.array(
    z.object({
      anchor: z.string(),
      textHash: z.string(),
      contributors: z.array(person).nullable(),
      approvals: z.array(
        z.object({
          by: person,
          at: z.string(),
          kind: z.string(),
          ownWords: z.boolean(),
          policy: z.int(),
        }),
      ),
    }),
  ),
});

/** A review record that somebody kept. */
export async function readRecordFile(io: CommandIo, file: string): Promise<KeptRecord> {
  const text = new TextDecoder().decode(await readInput(io, file));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new CommandError(
      `${file} is no JSON. Give a file that "gegenlesen record" wrote.`,
      1,
      "bad-record",
    );
  }
  const parsed = record.safeParse(json);
  if (parsed.success) return parsed.data;
  const place = parsed.error.issues[0]?.path.join(".") || "the whole";
  throw new CommandError(
    `${file} is no review record of version ${RECORD_VERSION} (see ${place}). Give a file that "gegenlesen record" wrote.`,
    1,
    "bad-record",
  );
}
