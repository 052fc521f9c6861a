import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { UI_LOCALES } from "@/lib/i18n/locales";
import { faultsOf, type MessageFile, type MessageTree } from "./compare-messages";

const folder = path.resolve(import.meta.dirname, "../../../messages");

const readTree = (): MessageTree =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name: locale }) => [
        locale,
        Object.fromEntries(
          readdirSync(path.join(folder, locale)).map((file) => [
            path.basename(file, ".json"),
            JSON.parse(readFileSync(path.join(folder, locale, file), "utf8")) as MessageFile,
          ]),
        ),
      ]),
  );

describe("the messages", () => {
  it("have a folder for each language of the interface and no other", () => {
    expect(Object.keys(readTree()).sort()).toEqual([...UI_LOCALES].sort());
  });

  it("say the same things, with the same placeholders and each language's plural forms", () => {
    expect(faultsOf(readTree())).toEqual([]);
  });

  it("have a line in lib/i18n/messages.ts for each file", () => {
    const listed = readFileSync(path.resolve(folder, "../lib/i18n/messages.ts"), "utf8");
    const names = [...listed.matchAll(/^ {2}(\w+): typeof import/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual(Object.keys(readTree().en ?? {}).sort());
  });
});

describe("the comparison itself", () => {
  const tree = (de: MessageFile, other: MessageFile, locale = "en"): MessageTree => ({
    de: { common: de },
    [locale]: { common: other },
  });

  it.each<[string, MessageTree, string]>([
    ["a missing key", tree({ a: "x", b: { c: "y" } }, { a: "x" }), "en/common: b.c is missing"],
    ["a key too much", tree({ a: "x" }, { a: "x", b: "y" }), "en/common: b is too much"],
    ["an empty text", tree({ a: "x" }, { a: " " }), "en/common: a is empty"],
    ["something that is no text", tree({ a: "x" }, { a: 1 }), "en/common: a is no text"],
    [
      "a changed placeholder",
      tree({ a: "{{name}} da" }, { a: "{{nmae}} here" }),
      'en/common: a has the placeholders "nmae" instead of "name"',
    ],
    [
      "a lacking plural form",
      tree({ n_one: "{{count}} x", n_other: "{{count}} y" }, { n_other: "{{count}} z" }),
      'en/common: n lacks the form "one"',
    ],
    [
      "a lacking form of a language with four",
      tree(
        { n_one: "{{count}}", n_other: "{{count}}" },
        { n_one: "{{count}}", n_few: "{{count}}", n_other: "{{count}}" },
        "pl",
      ),
      'pl/common: n lacks the form "many"',
    ],
    [
      "a form that the language does not know",
      tree(
        { n_one: "{{count}}", n_other: "{{count}}" },
        { n_one: "{{count}}", n_two: "{{count}}", n_other: "{{count}}" },
      ),
      'en/common: n has the form "two", which en does not know',
    ],
  ])("reports %s", (_, messages, sentence) => {
    expect(faultsOf(messages)).toEqual([sentence]);
  });

  it("lets a singular go without its number", () => {
    const counted = { n_one: "ein Vorschlag", n_other: "{{count}} Vorschläge" };
    expect(faultsOf(tree(counted, { n_one: "one proposal", n_other: "{{count}} proposals" }))).toEqual([]);
  });
});
