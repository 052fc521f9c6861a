import { sentenceSpans } from "@/lib/core/text/sentences/sentence-spans";

/** UTF-16 offsets of a text where a paragraph or a sentence begins, its beginning and end included. */
export function cutPlaces(text: string, locale: string): readonly number[] {
  const places = new Set([0, text.length]);
  let from = 0;
  for (const paragraph of text.split(/(\n{2,})/)) {
    if (!/^\n{2,}$/.test(paragraph)) {
      for (const span of sentenceSpans(paragraph, locale)) places.add(from + span.from);
    }
    from += paragraph.length;
  }
  return [...places].toSorted((a, b) => a - b);
}

/** The place nearest to the middle that leaves something on both sides; the end if there is none. */
export function middlePlace(places: readonly number[], length: number): number {
  const inner = places.filter((place) => place > 0 && place < length);
  const distance = (place: number): number => Math.abs(place - length / 2);
  return inner.toSorted((a, b) => distance(a) - distance(b))[0] ?? length;
}
