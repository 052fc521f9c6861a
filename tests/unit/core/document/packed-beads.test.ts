import { describe, expect, it } from "vitest";
import { packBeads, unpackBeads } from "@/lib/core/document/packed-beads";
import { randomRows } from "./rows";

describe("rows in short", () => {
  it("come back as they were, with confidence to four decimals", () => {
    for (let seed = 0; seed < 300; seed++) {
      const { beads } = randomRows(seed);
      const rounded = beads.map((bead) => ({ ...bead, confidence: Math.round(bead.confidence * 1e4) / 1e4 }));
      expect(unpackBeads(packBeads(beads))).toEqual({ ok: true, value: rounded });
    }
    expect(unpackBeads(packBeads([]))).toEqual({ ok: true, value: [] });
  });

  it("never become certain or doubtful on the way", () => {
    const confidence = (value: number) =>
      unpackBeads(packBeads([{ sourceFrom: 0, sourceTo: 1, targetFrom: 0, targetTo: 1, confidence: value }]));
    expect(confidence(0)).toMatchObject({ value: [{ confidence: 0 }] });
    expect(confidence(0.0001)).toMatchObject({ value: [{ confidence: 0.0001 }] });
    expect(confidence(1)).toMatchObject({ value: [{ confidence: 1 }] });
  });

  it("fit into a request for 20,000 rows without a counterpart on either side", () => {
    const beads = Array.from({ length: 40_000 }, (_, i) => ({
      sourceFrom: Math.min(i, 20_000),
      sourceTo: Math.min(i + 1, 20_000),
      targetFrom: Math.max(0, i - 20_000),
      targetTo: Math.max(0, i - 19_999),
      confidence: 0.1234,
    }));
    expect(packBeads(beads).length).toBeLessThan(500_000);
  });

  it("are refused when they are anything else", () => {
    for (const packed of [
      "1",
      "1,1",
      "1,1,2",
      "1,1,0.5;",
      "-1,1,1",
      "1,1,1e3",
      "1,1,NaN",
      " 1,1,1",
      "1000000000,1,1",
    ]) {
      expect(unpackBeads(packed), packed).toEqual({ ok: false, error: "bad-rows" });
    }
  });
});
