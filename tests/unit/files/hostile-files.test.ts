import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readDocument } from "@/lib/files/read-document";
import { sharedPath } from "../../support/shared-data";

interface HostileFile {
  readonly name: string;
  readonly family: string;
  readonly expect: "reject" | "reject-or-safe" | "accept-exact";
}

const generator = sharedPath("data/naughty/gen/make_bad_archives.py");
const folder = generator && mkdtempSync(path.join(tmpdir(), "hostile-"));
const files = generator && folder ? generate(generator, folder) : [];

function generate(script: string, into: string): readonly HostileFile[] {
  execFileSync("python3", [script, into], { stdio: "ignore" });
  return JSON.parse(readFileSync(path.join(into, "manifest.json"), "utf8"));
}

afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** The only texts that the hostile packages may give where they are read at all. */
const SAFE_TEXTS = new Set(["Control paragraph.", "path case", "x", "deep", "link"]);

describe.skipIf(!generator)(
  "hostile files (skipped when the generator of the research data is absent)",
  () => {
    it.each(files.map((file) => [file.name, file] as const))(
      "%s has the demanded outcome",
      async (name, file) => {
        const bytes = new Uint8Array(readFileSync(path.join(folder ?? "", name)));
        const memory = process.memoryUsage().rss;
        const start = performance.now();
        const read = await readDocument({ name, bytes });
        expect(performance.now() - start).toBeLessThan(2000);
        expect((process.memoryUsage().rss - memory) / 1e6).toBeLessThan(150);
        if (file.family === "bilingual") {
          // Bilingual formats are no documents: whatever is in them, they are refused by type.
          expect(read).toMatchObject({ ok: false, error: { code: "unsupported-type" } });
          return;
        }
        if (file.expect === "reject") expect(read.ok).toBe(false);
        if (file.expect === "accept-exact") expect(read.ok).toBe(true);
        if (!read.ok) return;
        for (const { text } of read.value.text.paragraphs) expect(SAFE_TEXTS).toContain(text);
        for (const { href } of read.value.text.codes)
          expect(href ?? "https:").toMatch(/^(?:https?:|mailto:|#)/);
      },
    );

    it("leaves nothing outside and reads the next file as if nothing had been", async () => {
      expect(existsSync("/tmp/mtw-slip")).toBe(false);
      const bytes = new Uint8Array(readFileSync(path.join(folder ?? "", "00-control.docx")));
      expect((await readDocument({ name: "00-control.docx", bytes })).ok).toBe(true);
    });
  },
);
