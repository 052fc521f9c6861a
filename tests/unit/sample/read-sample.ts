import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Paragraph } from "@/lib/core/document/paragraph";
import { PARAGRAPH_BREAK } from "@/lib/core/publication/snapshot";
import {
  type Act,
  readActs,
  readSample,
  readSampleText,
  type SampleTranslation,
  sampleFolder,
} from "@/lib/services/sample/sample-files";

export type { Act, Correction } from "@/lib/services/sample/sample-files";

export const SAMPLE_DIR = sampleFolder(path.resolve(import.meta.dirname, "../../.."));

const index = z.int().min(0);
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

export type Finding = z.infer<typeof findingsSchema>["en"][number];
export type Translation = SampleTranslation;

const readJson = (file: string): unknown => JSON.parse(readText(file));

export const readText = (file: string): string => readFileSync(path.join(SAMPLE_DIR, file), "utf8");

export const sample = readSample(SAMPLE_DIR);

/** The paragraphs of a Markdown file as an import would read them. */
export const readParagraphs = (file: string): readonly Paragraph[] =>
  readSampleText(SAMPLE_DIR, file).paragraphs;

export const linksOf = (file: string): readonly string[] =>
  readSampleText(SAMPLE_DIR, file).codes.flatMap((code) => code.href ?? []);

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
      acts: readActs(SAMPLE_DIR, one),
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
