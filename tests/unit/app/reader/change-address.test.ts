import { expect, it } from "vitest";
import { changeAddress } from "@/app/_features/article/addresses";
import { CHANGES_AT_ONCE } from "@/lib/core/publication/corrections";

const at = (number: number, current: number) => changeAddress("en", "salt", "fr", { number, current });

it("leads to a change on the first page of the list where it stands there, else on the page that begins with it", () => {
  const current = CHANGES_AT_ONCE + 20;
  expect(at(current, current)).toBe(`/en/articles/salt/fr/changes#version-${current}`);
  expect(at(21, current)).toBe("/en/articles/salt/fr/changes#version-21");
  expect(at(20, current)).toBe("/en/articles/salt/fr/changes?before=21#version-20");
  expect(at(1, current)).toBe("/en/articles/salt/fr/changes?before=2#version-1");
  expect(at(1, 1)).toBe("/en/articles/salt/fr/changes#version-1");
});
