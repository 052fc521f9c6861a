/**
 * Words of common origin, brought near each other across spellings and scripts: "Präsident" and
 * "president", "Lukjanow" and "Lukyanov", "Киев" and "Kiew". Keys are for comparison only.
 */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "a",
  œ: "o",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "t",
  ı: "i",
  ə: "e",
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  є: "ie",
  ж: "sh",
  з: "s",
  и: "i",
  і: "i",
  ї: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "ch",
  ц: "s",
  ч: "ch",
  ш: "sh",
  щ: "sh",
  ъ: "",
  ы: "i",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
  ў: "u",
  ا: "a",
  أ: "a",
  إ: "i",
  آ: "a",
  ب: "b",
  ت: "t",
  ث: "t",
  ج: "g",
  ح: "h",
  خ: "ch",
  د: "d",
  ذ: "d",
  ر: "r",
  ز: "s",
  س: "s",
  ش: "sh",
  ص: "s",
  ض: "d",
  ط: "t",
  ظ: "s",
  ع: "a",
  غ: "g",
  ف: "f",
  ق: "k",
  ك: "k",
  ل: "l",
  م: "m",
  ن: "n",
  ه: "h",
  و: "u",
  ي: "i",
  ى: "a",
  ة: "a",
  ئ: "i",
  ؤ: "u",
  ء: "",
};

/** Spellings of one sound, applied in this order. */
const SPELLINGS: ReadonlyArray<readonly [RegExp, string]> = [
  [/tsch|tch|kh/g, "ch"],
  [/dsch|dzh|dj/g, "j"],
  [/sch|zh/g, "sh"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/rh/g, "r"],
  [/qu/g, "kv"],
  [/x/g, "ks"],
  [/ck/g, "k"],
  [/c(?=[eiy])/g, "s"],
  [/c(?!h)/g, "k"],
  [/t(?=i[oa])/g, "s"],
  [/[jy]/g, "i"],
  [/w/g, "v"],
  [/z/g, "s"],
  [/ie/g, "i"],
  [/([aou])e/g, "$1"],
  [/(.)\1+/g, "$1"],
];

/** Lower-case, without accents; German ß as ss. */
export function fold(word: string): string {
  return word.toLowerCase().replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "");
}

/** What is compared between languages: one letter or pair of letters per sound, in Latin script. */
export function cognateKey(word: string): string {
  let key = "";
  for (const letter of fold(word)) key += LETTERS[letter] ?? letter;
  for (const [spelling, sound] of SPELLINGS) key = key.replace(spelling, sound);
  return key;
}

/** Words that may be cognates share it: the kind of first letter and the first consonants. */
export function skeleton(key: string): string {
  const consonants = key.slice(1).replace(/[aeiou]/g, "");
  return (/^[aeiou]/.test(key) ? "a" : key.slice(0, 1)) + consonants.slice(0, 2);
}

/** Above this share of different letters two keys are not compared to the end. */
const MOST_DIFFERENT = 0.4;

/** How alike two keys are, 0..1: the share of the shorter that both begin with, or of equal letters in order. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const shorter = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix < shorter && a[prefix] === b[prefix]) prefix += 1;
  const byPrefix = prefix / Math.max(shorter, 5);
  const longer = Math.max(a.length, b.length);
  if (byPrefix >= 0.8 || longer > 24) return byPrefix;
  const most = Math.floor(longer * MOST_DIFFERENT);
  if (longer - shorter > most) return byPrefix;
  return Math.max(byPrefix, 1 - editDistance(a, b, most) / longer);
}

/** Levenshtein's distance; once it is sure to pass `most`, anything above that. */
function editDistance(a: string, b: string, most: number): number {
  const row = new Uint8Array(b.length + 1).map((_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0] ?? 0;
    let least = i;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      const swap = diagonal + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      const cost = Math.min(swap, above + 1, (row[j - 1] ?? 0) + 1);
      row[j] = cost;
      diagonal = above;
      if (cost < least) least = cost;
    }
    if (least > most) return a.length + b.length;
  }
  return row[b.length] ?? 0;
}
