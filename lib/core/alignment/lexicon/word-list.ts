/**
 * Words of one language by concept. Two languages that list the same concepts give a small
 * dictionary between them, so that any pair works without a file of its own.
 */
export interface WordList {
  /** Whole forms. */
  readonly forms: ReadonlyMap<string, readonly string[]>;
  /** Stems that take any ending of up to three letters. */
  readonly stems: ReadonlyMap<string, readonly string[]>;
}

const LONGEST_ENDING = 3;
const SHORTEST_PART = 4;

/**
 * Reads entries "concept form form stem* …", parted by semicolons.
 *
 * @param conceptIsForm true for English, where the concept's name is its first form.
 */
export function readWordList(text: string, conceptIsForm: boolean): WordList {
  const forms = new Map<string, string[]>();
  const stems = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, form: string, concept: string) => {
    const known = map.get(form);
    if (known) known.push(concept);
    else map.set(form, [concept]);
  };
  for (const entry of text.split(";")) {
    const [name, ...written] = entry.trim().split(/\s+/);
    const concept = name?.replace("*", "");
    if (!name || !concept) continue;
    for (const form of conceptIsForm ? [name, ...written] : written) {
      if (form.endsWith("*")) add(stems, form.slice(0, -1), concept);
      else add(forms, form, concept);
    }
  }
  return { forms, stems };
}

/** Concepts of a form, exact or by its stem. */
export function conceptsOf(list: WordList, form: string): readonly string[] {
  const found = new Set(list.forms.get(form));
  for (let ending = 0; ending <= LONGEST_ENDING && form.length - ending >= 2; ending++) {
    for (const concept of list.stems.get(form.slice(0, form.length - ending)) ?? []) found.add(concept);
  }
  return [...found];
}

/** Concepts of the longest known first and last part of a compound: "Feuerwehrmann" gives fire and man. */
export function partConceptsOf(list: WordList, form: string): readonly string[] {
  if (form.length > 40) return [];
  const found = new Set<string>();
  for (let length = form.length - 3; length >= SHORTEST_PART; length--) {
    const stem = form.slice(0, length);
    const known = list.stems.get(stem) ?? list.forms.get(stem);
    if (!known) continue;
    for (const concept of known) found.add(concept);
    break;
  }
  for (let from = 3; form.length - from >= SHORTEST_PART; from++) {
    const known = conceptsOf(list, form.slice(from));
    if (known.length === 0) continue;
    for (const concept of known) found.add(concept);
    break;
  }
  return [...found];
}
