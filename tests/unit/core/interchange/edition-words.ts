import type { EditionWords } from "@/lib/core/publication/edition";

export const WORDS: EditionWords = {
  locale: "en",
  reviewOf: ({ review }) => (review ? `approved by ${review.approverName}` : "not checked yet"),
  missingOf: () => "missing here",
  image: "Image",
  about: ["Translated by machine."],
  contents: "Contents",
  accessibility: "Text only.",
};
