import { expect, it } from "vitest";
import { READERS_ID } from "@/lib/core/access/roles";
import { blame } from "@/lib/core/blame/blame";
import { countHumanWords } from "@/lib/core/blame/human-share";
import { contributors } from "@/lib/core/publication/contributors";

const revision = (text: string, authorName: string | null, authorId: string | null = authorName) => ({
  text,
  origin: authorId === null ? ("mt" as const) : ("human" as const),
  approverId: null,
  authorId,
  authorName,
});

it("credits every word to whoever brought it, readers without an account together and without a name", () => {
  const texts = [
    blame([
      revision("The oven is a warmly place.", null),
      revision("The oven is a warm, cosy place for 2.", "Anna"),
      revision("The oven is a warm, snug place for 2.", "Ben"),
    ]),
    blame([revision("Nobody knows.", null), revision("Nobody knew it.", "Leser", READERS_ID)]),
    blame([revision("Nothing was changed.", null)]),
  ];
  expect(contributors(texts)).toEqual([
    { name: "Anna", words: 3 },
    { name: null, words: 2 },
    { name: "Ben", words: 1 },
  ]);
  expect(contributors(texts).reduce((sum, { words }) => sum + words, 0)).toBe(
    texts.map(countHumanWords).reduce((sum, { human }) => sum + human, 0),
  );
  expect(contributors([])).toEqual([]);
});

it("names people of as many words in the order of their names, whoever's paragraph comes first", () => {
  const by = (name: string) => blame([revision("Nobody knows.", null), revision("Nobody sleeps.", name)]);
  expect(contributors([by("Ben"), by("Anna"), by("Clara")]).map(({ name }) => name)).toEqual([
    "Anna",
    "Ben",
    "Clara",
  ]);
});
