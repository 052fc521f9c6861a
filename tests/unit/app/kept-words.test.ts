import { expect, it } from "vitest";
import { KeptWords, type WordStorage } from "@/app/_features/kept-words/kept-words";

function storage(): WordStorage & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

it("finds words again in another window, until they were sent", () => {
  const device = storage();
  const [first, reloaded] = [new KeptWords(() => device), new KeptWords(() => device)];
  first.write("edit", { text: "half a sen", version: 2 });
  expect(reloaded.read("edit")).toEqual({ text: "half a sen", version: 2 });
  reloaded.forget("edit");
  expect(new KeptWords(() => device).read("edit")).toBeNull();
});

it("goes on with its own words when another window writes at the same place", () => {
  const device = storage();
  const [one, other] = [new KeptWords(() => device), new KeptWords(() => device)];
  one.write("edit", { text: "mine", version: 1 });
  other.write("edit", { text: "theirs", version: 1 });
  expect(one.read("edit")?.text).toBe("mine");
});

it("lets people write where the storage is full, forbidden or holds something else", () => {
  const refuse = () => {
    throw new Error("QuotaExceededError");
  };
  for (const device of [() => null, refuse, () => ({ ...storage(), setItem: refuse })]) {
    const words = new KeptWords(device);
    words.write("edit", { text: "still here", version: 1 });
    expect(words.read("edit")?.text).toBe("still here");
  }
  const device = storage();
  for (const nonsense of ["{", "null", "[]", '{"text":3}', '"text"']) {
    device.entries.set("edit", nonsense);
    expect(new KeptWords(() => device).read("edit"), nonsense).toBeNull();
  }
});

it("tells whoever listens", () => {
  const words = new KeptWords(() => null);
  let told = 0;
  const end = words.subscribe(() => told++);
  words.write("edit", { text: "a", version: 1 });
  words.forget("edit");
  end();
  words.write("edit", { text: "b", version: 1 });
  expect(told).toBe(2);
});
