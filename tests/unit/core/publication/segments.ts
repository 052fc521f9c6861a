import type { Paragraph } from "@/lib/core/document/paragraph";
import type { PublicationSnapshot, PublishedSegment } from "@/lib/core/publication/snapshot";

export const APPROVED = { approverName: "Johanna Reiß", approvedAt: "2026-11-24T10:00:00.000Z" } as const;

export const paragraph = (text: string, kind: Paragraph["kind"] = "paragraph", level = 0): Paragraph => ({
  kind,
  level,
  text,
});

/** A segment of source paragraphs, by number, and target paragraphs. */
export function segment(
  sources: readonly (readonly [number, string] | readonly [number, string, Paragraph["kind"], number])[],
  target: readonly (string | Paragraph)[],
  review: PublishedSegment["review"] = null,
): PublishedSegment {
  return {
    anchor: sources[0] ? `p-${sources[0][0]}` : "t-1",
    sources: sources.map(([number, text, kind = "paragraph", level = 0]) => ({ number, text, kind, level })),
    target: target.map((each) => (typeof each === "string" ? paragraph(each) : each)),
    origin: "mt",
    review,
  };
}

export function snapshot(
  segments: readonly PublishedSegment[],
  rest: Partial<PublicationSnapshot> = {},
): PublicationSnapshot {
  return {
    version: 1,
    slug: "salz",
    projectName: "Probe",
    sourceTitle: "Salz",
    targetTitle: "Salt",
    sourceLocale: "de",
    targetLocale: "en",
    mtEngine: "Probe MT",
    publishedAt: "2026-11-24T12:00:00.000Z",
    publisherName: "David Okafor",
    sourceCodes: [],
    targetCodes: [],
    segments,
    ...rest,
  };
}
