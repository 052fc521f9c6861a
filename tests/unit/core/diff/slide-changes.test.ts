import { describe, expect, it } from "vitest";
import { slideChanges } from "@/lib/core/diff/slide-changes";
import { readUnits } from "@/lib/core/diff/units";

const slid = (base: string, next: string, links: readonly (readonly [number, number])[]): string =>
  slideChanges(
    links.map(([one, other]) => ({ base: one, next: other })),
    readUnits(base),
    readUnits(next),
  )
    .map((link) => `${link.base}-${link.next}`)
    .join(" ");

describe("slideChanges", () => {
  it("moves an insertion to the beginning of a sentence", () => {
    const links = [
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 6],
    ] as const;
    expect(slid("Yes. Big here", "Yes. Big time. Big here", links)).toBe("0-0 1-1 2-5 3-6");
  });

  it("leaves no island between the moved insertion and the change before it", () => {
    // "New" is replaced, then ". Big thing" stays, then "Big thing" is inserted.
    const links = [
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 6],
    ] as const;
    expect(slid("New. Big thing here", "Old. Big thing Big thing here", links)).toBe("1-1 2-2 3-3 4-6");
  });

  it("may move over the whole run at the beginning or end of the text", () => {
    const links = [
      [0, 0],
      [1, 1],
    ] as const;
    expect(slid("One.", "One. One.", links)).toBe("0-0 1-1");
    expect(
      slid("One two.", "One two. One two.", [
        [0, 0],
        [1, 1],
        [2, 5],
      ]),
    ).toBe("0-0 1-1 2-2");
  });
});
