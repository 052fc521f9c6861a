import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openZip } from "@/lib/files/zip-package";
import { zip } from "./docx-file";

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** Writes a number into every header of a kind, at an offset, as far as `choose` says so. */
function patch(
  content: Uint8Array,
  header: number,
  offset: number,
  size: 2 | 4,
  value: number,
  choose: (index: number) => boolean = () => true,
): Uint8Array {
  const patched = Buffer.from(content);
  let index = 0;
  for (let at = 0; at + 4 <= patched.length; at++) {
    if (patched.readUInt32LE(at) !== header) continue;
    if (choose(index)) patched.writeUIntLE(value, at + offset, size);
    index += 1;
  }
  return new Uint8Array(patched);
}

async function faultOf(content: Uint8Array, member?: string) {
  const opened = await openZip(content);
  if (!opened.ok) return opened.error;
  const read = await opened.value.read(member ?? "a.txt");
  return read.ok ? null : read.error;
}

const two = zip({ "a.txt": "eins ".repeat(100), "b.txt": "zwei" });

describe("openZip", () => {
  it("reads members whatever the case of the name, and null for one that is not there", async () => {
    const opened = await openZip(two);
    if (!opened.ok) throw new Error(opened.error.code);
    const member = await opened.value.read("B.TXT");
    expect(member.ok && new TextDecoder().decode(member.value ?? undefined)).toBe("zwei");
    expect(await opened.value.read("c.txt")).toEqual({ ok: true, value: null });
  });

  it.each(["../a.txt", "/a.txt", "C:/a.txt", "a\\b.txt", "a\0b.txt", "x/../../a.txt"])(
    "refuses the name %j",
    async (name) => {
      expect(await faultOf(zip({ [name]: "x" }))).toEqual({
        code: "damaged",
        params: { format: "zip", reason: "unsafe-name" },
      });
    },
  );

  it("refuses two members whose names differ in case only", async () => {
    expect((await faultOf(zip({ "a.txt": "x", "A.TXT": "y" })))?.params.reason).toBe("duplicate-member");
  });

  it("refuses symbolic links", async () => {
    const link = zipSync({ "a.txt": [strToU8("/etc/passwd"), { os: 3, attrs: 0o120777 << 16 }] });
    expect((await faultOf(link))?.params.reason).toBe("symbolic-link");
  });

  it("refuses encrypted members", async () => {
    expect(await faultOf(patch(two, CENTRAL, 8, 2, 1))).toEqual({
      code: "encrypted",
      params: { format: "zip" },
    });
  });

  it("refuses members that share bytes", async () => {
    const overlapping = patch(two, CENTRAL, 42, 4, 0, (index) => index === 1);
    expect(await faultOf(overlapping)).toEqual({ code: "zip-bomb", params: { what: "overlap" } });
  });

  it("refuses more members, more content and higher compression than the limits, without inflating", async () => {
    const members = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`${index}.txt`, ""]));
    expect((await faultOf(zip(members)))?.params).toMatchObject({ what: "members", found: 2001 });
    expect((await faultOf(zip({ "a.txt": new Uint8Array(2_000_000) })))?.params).toMatchObject({
      what: "ratio",
    });
    const huge = patch(patch(two, CENTRAL, 24, 4, 90_000_000), CENTRAL, 20, 4, 1_000_000);
    expect((await faultOf(huge))?.params).toMatchObject({ what: "bytes", found: 180_000_000 });
  });

  it("counts real bytes where the directory lies about the size", async () => {
    const lie = patch(patch(two, CENTRAL, 24, 4, 10), LOCAL, 22, 4, 10);
    expect((await faultOf(lie))?.code).toBe("zip-bomb");
  });

  it("refuses a part beyond the limit of one part", async () => {
    const noise = Uint8Array.from({ length: 33_000 }, (_, index) => (index * 7919) % 251);
    const large = new Uint8Array(33_000_000);
    for (let at = 0; at < large.length; at += noise.length) large.set(noise, at);
    const stored = zipSync({ "a.txt": [large, { level: 0 }] });
    expect((await faultOf(stored))?.params).toMatchObject({ what: "bytes", limit: 32_000_000 });
  });

  it("notices a wrong checksum and a cut end", async () => {
    expect((await faultOf(patch(two, CENTRAL, 16, 4, 1)))?.params.reason).toBe("checksum");
    expect((await faultOf(two.subarray(0, two.length - 30)))?.params.reason).toBe("no-directory");
  });
});
