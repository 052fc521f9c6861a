const SPELLED_OUT: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ß: "ss",
  æ: "ae",
  ø: "o",
  œ: "oe",
  ł: "l",
};

/**
 * An address part from a title: lower case ASCII letters, digits and hyphens, at most 60
 * characters, cut at a word unless the last one is very long. Titles without any such letter give "article".
 */
export function slugOf(title: string): string {
  const ascii = title
    .toLowerCase()
    .replace(/<\/?\d+\/?>/g, "")
    .replace(/[äöüßæøœł]/g, (letter) => SPELLED_OUT[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (ascii.length <= 60) return ascii || "article";
  const word = ascii.slice(0, 61).lastIndexOf("-");
  return ascii.slice(0, word >= 20 ? word : 60).replace(/-+$/, "");
}

/** True for what can be the address part of a document: no other text need be looked for. */
export const isSlug = (text: string): boolean => text.length <= 100 && /^[a-z0-9-]+$/.test(text);
