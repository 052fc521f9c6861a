import { type Act, type Correction, machineTexts, type SampleBitext, segmentOf } from "./read-sample";

export interface OpenCorrection {
  readonly act: Correction;
  readonly segment: number;
  /** How often the text of the segment had changed when the correction was written. */
  readonly base: number;
}

export interface Played {
  /** Current text of each segment. */
  readonly texts: readonly string[];
  readonly approved: ReadonlySet<number>;
  readonly open: readonly OpenCorrection[];
  /** Open ones whose segment has changed since they were written. */
  readonly conflicted: readonly OpenCorrection[];
}

interface Stage {
  readonly texts: string[];
  readonly changes: number[];
  readonly approved: Set<number>;
  readonly open: OpenCorrection[];
}

/** Does what the services would do with the acts, one after the other, and throws at the first that cannot be done. */
export function playActs(bitext: SampleBitext): Played {
  const texts = machineTexts(bitext);
  const stage: Stage = { texts, changes: texts.map(() => 0), approved: new Set(), open: [] };
  for (const act of bitext.acts) {
    const fault = playAct(stage, act, segmentOf(bitext, act));
    if (fault) throw new Error(`${bitext.name}: ${fault}: ${JSON.stringify(act)}`);
  }
  const conflicted = stage.open.filter(({ segment, base }) => stage.changes[segment] !== base);
  return { texts, approved: stage.approved, open: stage.open, conflicted };
}

function playAct(stage: Stage, act: Act, segment: number): string | null {
  const text = stage.texts[segment];
  if (text === undefined) return "no such segment";
  if ("find" in act) return playCorrection(stage, act, segment, text);
  if (stage.approved.has(segment)) return "approved already";
  stage.approved.add(segment);
  return null;
}

function playCorrection(stage: Stage, act: Correction, segment: number, text: string): string | null {
  if (text.split(act.find).length !== 2) return "the words are not there exactly once";
  const mine = stage.open.some((other) => other.segment === segment && other.act.by === act.by);
  if (mine) return "the author has an open proposal there";
  const base = stage.changes[segment] ?? 0;
  if (act.decision?.kind === "accept") {
    stage.texts[segment] = text.replace(act.find, () => act.replace);
    stage.changes[segment] = base + 1;
    stage.approved.add(segment);
  } else if (!act.decision && !act.withdrawn) stage.open.push({ act, segment, base });
  return null;
}
