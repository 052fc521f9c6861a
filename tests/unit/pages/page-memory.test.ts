import { expect, it } from "vitest";
import { PageMemory } from "@/lib/pages/page-memory";
import { servedPage } from "@/lib/pages/served-page";

const page = (tag: string, length: number) =>
  servedPage(tag, { headers: [], hash: "h", raw: Buffer.alloc(length), gzip: null, brotli: null });

it("forgets the pages of a tag, or all", () => {
  const memory = new PageMemory();
  memory.put("/a", page("a", 10), 0);
  memory.put("/b", page("b", 10), 0);
  memory.forget("a");
  expect([memory.get("/a"), memory.get("/b")?.tag]).toEqual([undefined, "b"]);
  memory.forget(null);
  expect(memory.get("/b")).toBeUndefined();
});

it("does not take a page whose reading began before a change", () => {
  const memory = new PageMemory();
  const before = memory.generation;
  memory.forget("a");
  memory.put("/a", page("a", 10), before);
  expect(memory.get("/a")).toBeUndefined();
  memory.put("/a", page("a", 10), memory.generation);
  expect(memory.get("/a")).toBeDefined();
});

it("stays within its bytes, whatever is put twice, and takes no page that would fill it", () => {
  const memory = new PageMemory(100);
  for (let i = 0; i < 50; i++) memory.put(`/${i % 7}`, page("a", 20), 0);
  const held = Array.from({ length: 7 }, (_, i) => memory.get(`/${i}`)).filter(Boolean);
  expect(held.length).toBe(5);
  memory.put("/large", page("a", 51), 0);
  expect(memory.get("/large")).toBeUndefined();
});

it("keeps what is asked for, however old it is", () => {
  const memory = new PageMemory(100);
  memory.put("/front", page("*", 20), 0);
  for (let i = 0; i < 50; i++) {
    memory.put(`/${i}`, page("a", 20), 0);
    memory.get("/front");
  }
  expect(memory.get("/front")).toBeDefined();
  expect(memory.get("/45")).toBeUndefined();
});
