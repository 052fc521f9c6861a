import { describe, expect, it } from "vitest";
import { ROLES } from "@/lib/core/access/roles";
import { playActs } from "./play-acts";
import {
  bitexts,
  type Correction,
  machineTexts,
  type SampleBitext,
  sample,
  segmentOf,
  withoutMarkers,
} from "./read-sample";

const correctionsOf = (bitext: SampleBitext): Correction[] =>
  bitext.acts.flatMap((act) => ("kind" in act ? [] : [act]));
const atLeast = (id: string, least: (typeof ROLES)[number]): boolean => {
  const account = sample.accounts.find((one) => one.id === id);
  return account !== undefined && ROLES.indexOf(account.role) >= ROLES.indexOf(least);
};
const reviewed = bitexts.filter(({ translation }) => translation.state !== "untouched");

it("has acts for the reviewed translations and none for the untouched", () => {
  expect(reviewed.every(({ acts }) => acts.length > 0)).toBe(true);
  expect(bitexts.filter((one) => !reviewed.includes(one)).every(({ acts }) => acts.length === 0)).toBe(true);
});

describe.each(reviewed)("the acts of $name", (bitext) => {
  const corrections = correctionsOf(bitext);

  it("can be done one after the other", () => {
    expect(() => playActs(bitext)).not.toThrow();
  });

  it("find their words exactly once in the machine text of the paragraph, outside of markers", () => {
    const texts = machineTexts(bitext);
    for (const act of corrections) {
      const text = texts[segmentOf(bitext, act)] ?? "";
      expect(text.split(act.find).length - 1, act.find).toBe(1);
      expect(withoutMarkers(text).split(act.find).length - 1, act.find).toBe(1);
      expect(`${act.find}${act.replace}`).not.toMatch(/[<>\n]/);
      expect(act.replace).not.toBe(act.find);
    }
  });

  it("are decided by somebody else than the author, the importer never deciding", () => {
    for (const act of corrections) {
      expect(atLeast(act.by, "translator"), act.by).toBe(true);
      if (!act.decision) continue;
      expect(act.decision.by).not.toBe(act.by);
      expect(act.decision.by).not.toBe(sample.importedBy);
      expect(atLeast(act.decision.by, "editor"), act.decision.by).toBe(true);
      expect(act.withdrawn).toBeUndefined();
    }
    for (const act of bitext.acts) {
      if ("kind" in act) expect(atLeast(act.by, "editor") && act.by !== sample.importedBy).toBe(true);
    }
  });

  it("approve as they are only paragraphs without a finding", () => {
    const faulty = new Set(bitext.findings.map((finding) => segmentOf(bitext, finding)));
    for (const act of bitext.acts) {
      if ("kind" in act) expect(faulty.has(segmentOf(bitext, act)), `${act.paragraph}`).toBe(false);
    }
  });
});

describe("the published translation", () => {
  const published = bitexts.filter(({ translation }) => translation.state === "published");

  it.each(published)("$name is approved in every segment and published by an editor", (bitext) => {
    const { approved, texts, open } = playActs(bitext);
    expect(approved.size).toBe(texts.length);
    expect(open).toEqual([]);
    expect(atLeast(bitext.translation.publishedBy ?? "", "editor")).toBe(true);
  });

  it.each(published)("$name keeps none of the mistakes", (bitext) => {
    const texts = playActs(bitext).texts.map(withoutMarkers);
    for (const finding of bitext.findings.filter(({ span, keep }) => span && !keep)) {
      expect(texts[segmentOf(bitext, finding)], finding.note).not.toContain(finding.span);
    }
  });

  it.each(published)("$name reads as English that a desk would pass", (bitext) => {
    const { texts } = playActs(bitext);
    const whole = texts.join("\n\n");
    expect(whole).not.toMatch(/["'„«»]/);
    expect(whole).not.toMatch(/[ÄÖÜäöüß]|\bclock\b|\b(?:und|der|das|ein|nicht|Uhr)\b/);
    expect(whole).not.toMatch(/ {2}| [,.;:!?]|\b(\p{L}+) \1\b/u);
    expect(whole).not.toMatch(/\p{L}<\d+>\p{L}|\p{L}<\/\d+>\p{L}/u);
    expect(whole).not.toMatch(/\d,\d(?!\d\d)|\d\.\d{3}/);
    for (const name of ["Hristo Zhelev", "Ulrike Hansen", "Friedhelm Anders"]) expect(whole).toContain(name);
    expect(texts.at(-1)).toBe("");
  });
});

describe("the half-reviewed translation", () => {
  const half = bitexts.filter(({ translation }) => translation.state === "half-reviewed");

  it.each(half)("$name has accepted, declined, withdrawn and open proposals", (bitext) => {
    const corrections = correctionsOf(bitext);
    const decided = (kind: string) => corrections.filter(({ decision }) => decision?.kind === kind).length;
    expect(decided("accept")).toBeGreaterThanOrEqual(5);
    expect(decided("decline")).toBe(1);
    expect(corrections.filter(({ withdrawn }) => withdrawn).length).toBe(1);
    expect(playActs(bitext).open.length).toBeGreaterThanOrEqual(4);
    expect(bitext.acts.filter((act) => "kind" in act).length).toBeGreaterThanOrEqual(2);
  });

  it.each(half)("$name has two open proposals for the same words, and one on an outdated text", (bitext) => {
    const { open, conflicted } = playActs(bitext);
    const places = open.map(({ segment, act }) => `${segment} ${act.find}`);
    expect(places.filter((place, at) => places.indexOf(place) !== at).length).toBe(1);
    expect(conflicted.length).toBe(1);
  });

  it.each(half)("$name leaves about half of its segments to do", (bitext) => {
    const { approved, texts } = playActs(bitext);
    expect(approved.size / texts.length).toBeGreaterThan(0.35);
    expect(approved.size / texts.length).toBeLessThan(0.7);
  });
});
