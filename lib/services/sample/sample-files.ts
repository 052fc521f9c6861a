/** Shapes of the files in prisma/sample, and how they are read. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { DocumentText } from "@/lib/core/document/paragraph";
import { readMarkdown } from "@/lib/core/interchange/read-markdown";
import { CHANGE_REASONS } from "@/lib/core/proposal/lifecycle";

const index = z.int().min(0);
const account = z.strictObject({
  id: z.string(),
  email: z.email(),
  displayName: z.string().min(1),
  role: z.enum(["reader", "translator", "editor", "admin"]),
  locale: z.enum(["de", "en"]),
});
const translation = z.strictObject({
  locale: z.enum(["en", "fr"]),
  engine: z.string().min(1),
  file: z.string(),
  state: z.enum(["published", "half-reviewed", "untouched"]),
  acts: z.string().optional(),
  publishedBy: z.string().optional(),
  beads: z.array(z.tuple([z.array(index), z.array(index)])),
});
const sampleSchema = z.strictObject({
  project: z.strictObject({ name: z.string().min(1), slug: z.string().regex(/^[a-z0-9-]+$/) }),
  password: z.string().min(12),
  importedBy: z.string(),
  accounts: z.array(account),
  articles: z.array(
    z.strictObject({
      slug: z.string().regex(/^[a-z0-9-]+$/),
      title: z.string().min(1),
      sourceLocale: z.literal("de"),
      source: z.string(),
      findings: z.string(),
      translations: z.array(translation).min(1),
    }),
  ),
});

const decision = z.discriminatedUnion("kind", [
  z.strictObject({ by: z.string(), kind: z.literal("accept") }),
  z.strictObject({ by: z.string(), kind: z.literal("decline"), reason: z.string().min(20) }),
]);
const approval = z.strictObject({ by: z.string(), paragraph: index, kind: z.literal("approve-as-is") });
const correction = z
  .strictObject({
    by: z.string(),
    /** Any source paragraph of the segment; null where the segment has none, then `targetParagraph` counts. */
    paragraph: index.nullable(),
    targetParagraph: index.optional(),
    find: z.string().min(1),
    replace: z.string(),
    comment: z.string().min(5),
    changeReason: z.enum(CHANGE_REASONS),
    decision: decision.optional(),
    withdrawn: z.literal(true).optional(),
  })
  .refine((act) => (act.paragraph === null) === (act.targetParagraph !== undefined));
const actsSchema = z.array(z.union([approval, correction]));

export type Sample = z.infer<typeof sampleSchema>;
export type Act = z.infer<typeof actsSchema>[number];
export type Correction = z.infer<typeof correction>;
export type SampleTranslation = z.infer<typeof translation>;

const MOST_PARAGRAPHS = 1_000;

/** The folder of the sample's files below the root of the program. */
export const sampleFolder = (root: string): string => path.join(root, "prisma", "sample");

/** The description of the sample project. @throws if the file is not as described. */
export const readSample = (folder: string): Sample => sampleSchema.parse(readJson(folder, "sample.json"));

/** What people do with one translation, in order; nothing for an untouched one. */
export const readActs = (folder: string, one: SampleTranslation): readonly Act[] =>
  one.acts ? actsSchema.parse(readJson(folder, one.acts)) : [];

/** A text of the sample as an import would read it. @throws if it cannot be read without a warning. */
export function readSampleText(folder: string, file: string): DocumentText {
  const reading = readMarkdown(readFileSync(path.join(folder, file), "utf8"), MOST_PARAGRAPHS);
  if (!reading.ok) throw new Error(`${file}: ${reading.error.code}`);
  if (reading.value.warnings.length > 0)
    throw new Error(`${file}: ${JSON.stringify(reading.value.warnings)}`);
  return reading.value.text;
}

const readJson = (folder: string, file: string): unknown =>
  JSON.parse(readFileSync(path.join(folder, file), "utf8"));
