import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Paragraph } from "@/lib/core/document/paragraph";
import { readMarkdown } from "@/lib/core/interchange/read-markdown";
import { CHANGE_REASONS } from "@/lib/core/proposal/lifecycle";
import { PARAGRAPH_BREAK } from "@/lib/core/publication/snapshot";

export const SAMPLE_DIR = path.resolve(import.meta.dirname, "../../../prisma/sample");

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

const findingsSchema = z.record(
  z.enum(["en", "fr"]),
  z.array(
    z.strictObject({
      paragraph: index.nullable(),
      targetParagraph: index.optional(),
      kind: z.string().regex(/^[a-z-]+$/),
      /** Words of the machine text, without markup. */
      span: z.string().min(1).optional(),
      /** The sentence of the source that the machine left out. */
      missing: z.string().min(1).optional(),
      /** A character that cannot be seen and stands there on purpose. */
      codePoint: z.string().startsWith("U+").optional(),
      /** One of several spellings, and the right one. */
      keep: z.literal(true).optional(),
      note: z.string().min(1),
    }),
  ),
);

export type Act = z.infer<typeof actsSchema>[number];
export type Correction = z.infer<typeof correction>;
export type Finding = z.infer<typeof findingsSchema>["en"][number];
export type Translation = z.infer<typeof translation>;

const readJson = (file: string): unknown => JSON.parse(readText(file));

export const readText = (file: string): string => readFileSync(path.join(SAMPLE_DIR, file), "utf8");

export const sample = sampleSchema.parse(readJson("sample.json"));

/** The paragraphs of a Markdown file as an import would read them. */
export function readParagraphs(file: string): readonly Paragraph[] {
  const reading = readMarkdown(readText(file), 100);
  if (!reading.ok) throw new Error(`${file}: ${reading.error.code}`);
  if (reading.value.warnings.length > 0)
    throw new Error(`${file}: ${JSON.stringify(reading.value.warnings)}`);
  return reading.value.text.paragraphs;
}

export const linksOf = (file: string): readonly string[] => {
  const reading = readMarkdown(readText(file), 100);
  return reading.ok ? reading.value.text.codes.flatMap((code) => code.href ?? []) : [];
};

/** Text without the markers of inline codes. */
export const withoutMarkers = (text: string): string => text.replace(/<\/?\d+\/?>/g, "");

export interface SampleBitext {
  readonly name: string;
  readonly slug: string;
  readonly translation: Translation;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly targetKinds: readonly string[];
  readonly sourceKinds: readonly string[];
  readonly acts: readonly Act[];
  readonly findings: readonly Finding[];
}

/** Every pair of an article and one of its machine translations. */
export const bitexts: readonly SampleBitext[] = sample.articles.flatMap((article) => {
  const sources = readParagraphs(article.source);
  const findings = findingsSchema.parse({ en: [], fr: [], ...(readJson(article.findings) as object) });
  return article.translations.map((one): SampleBitext => {
    const targets = readParagraphs(one.file);
    return {
      name: `${article.slug} (${one.locale})`,
      slug: article.slug,
      translation: one,
      sources: sources.map((paragraph) => paragraph.text),
      targets: targets.map((paragraph) => paragraph.text),
      sourceKinds: sources.map(({ kind, level }) => `${kind} ${level}`),
      targetKinds: targets.map(({ kind, level }) => `${kind} ${level}`),
      acts: one.acts ? actsSchema.parse(readJson(one.acts)) : [],
      findings: findings[one.locale],
    };
  });
});

/** The segment that an act or a finding names: the number of its bead. */
export function segmentOf(
  bitext: SampleBitext,
  place: Pick<Finding, "paragraph" | "targetParagraph">,
): number {
  return bitext.translation.beads.findIndex(([source, target]) =>
    place.paragraph === null
      ? source.length === 0 && target.includes(place.targetParagraph ?? -1)
      : source.includes(place.paragraph),
  );
}

/** The machine text of each segment, its paragraphs parted as the importer does it. */
export const machineTexts = (bitext: SampleBitext): string[] =>
  bitext.translation.beads.map(([, target]) =>
    target.map((at) => bitext.targets[at] ?? "").join(PARAGRAPH_BREAK),
  );
