/** What is wrong with the messages of the languages, one sentence each; nothing when all is well. */
export type MessageFile = Readonly<Record<string, unknown>>;

/** Messages by language, then by namespace. */
export type MessageTree = Readonly<Record<string, Readonly<Record<string, MessageFile>>>>;

const PLURAL = /_(zero|one|two|few|many|other)$/;

export function flatten(file: MessageFile, prefix = ""): [string, unknown][] {
  return Object.entries(file).flatMap(([key, value]): [string, unknown][] =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? flatten(value as MessageFile, `${prefix}${key}.`)
      : [[`${prefix}${key}`, value]],
  );
}

/** "open_one" and "open_other" are one message. */
const stem = (key: string): string => key.replace(PLURAL, "");

const placeholders = (text: string): string =>
  [...new Set(Array.from(text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g), ([, name]) => name))].sort().join(", ");

export function wrongValues(where: string, file: MessageFile): string[] {
  return flatten(file).flatMap(([key, value]) => {
    if (typeof value !== "string") return [`${where}: ${key} is no text`];
    if (value.trim() === "") return [`${where}: ${key} is empty`];
    if (value !== value.trim()) return [`${where}: ${key} begins or ends with a space`];
    return [];
  });
}

/** Does each message that counts have exactly the forms that its language counts with? */
export function wrongPlurals(where: string, locale: string, file: MessageFile): string[] {
  const keys = flatten(file).map(([key]) => key);
  const expected = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return [...new Set(keys.filter((key) => PLURAL.test(key)).map(stem))].flatMap((base) => {
    const forms = keys
      .filter((key) => PLURAL.test(key) && stem(key) === base)
      .map((key) => key.slice(base.length + 1));
    const missing = expected.filter((form) => !forms.includes(form));
    const needless = forms.filter((form) => !expected.some((one) => one === form));
    return [
      ...missing.map((form) => `${where}: ${base} lacks the form "${form}"`),
      ...needless.map((form) => `${where}: ${base} has the form "${form}", which ${locale} does not know`),
    ];
  });
}

/** Placeholders by message. All plural forms count together: "one proposal" needs no number. */
function placeholdersByStem(file: MessageFile): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of flatten(file)) texts.set(stem(key), `${texts.get(stem(key)) ?? ""}${value}`);
  return new Map([...texts].map(([key, text]) => [key, placeholders(text)]));
}

export function differences(where: string, reference: MessageFile, other: MessageFile): string[] {
  const [expected, found] = [placeholdersByStem(reference), placeholdersByStem(other)];
  const missing = [...expected.keys()]
    .filter((key) => !found.has(key))
    .map((key) => `${where}: ${key} is missing`);
  const extra = [...found.keys()]
    .filter((key) => !expected.has(key))
    .map((key) => `${where}: ${key} is too much`);
  const unlike = [...expected].flatMap(([key, names]) =>
    found.has(key) && found.get(key) !== names
      ? [`${where}: ${key} has the placeholders "${found.get(key)}" instead of "${names}"`]
      : [],
  );
  return [...missing, ...extra, ...unlike];
}

/** All of the above for all languages, measured against the first. */
export function faultsOf(tree: MessageTree): string[] {
  const [first, ...others] = Object.keys(tree);
  const reference = tree[first ?? ""] ?? {};
  const single = Object.entries(tree).flatMap(([locale, files]) =>
    Object.entries(files).flatMap(([namespace, file]) => {
      const where = `${locale}/${namespace}`;
      return [...wrongValues(where, file), ...wrongPlurals(where, locale, file)];
    }),
  );
  const paired = others.flatMap((locale) => {
    const files = tree[locale] ?? {};
    const names = [...new Set([...Object.keys(reference), ...Object.keys(files)])];
    return names.flatMap((name) =>
      differences(`${locale}/${name}`, reference[name] ?? {}, files[name] ?? {}),
    );
  });
  return [...single, ...paired];
}
