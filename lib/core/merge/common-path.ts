/**
 * Which tokens all three texts share, when both sides made some of their edits alike: then comparing each
 * side with the base finds two different alignments, and what both wrote looks like a conflict.
 *
 * The two sides are compared with each other first. That gives a line of stretches that they have in common,
 * and between them forks: ours one way, theirs the other. Every way through the forks is a text that might
 * have been the base before the two parted; the one nearest to the base is taken (shortest weighted edit
 * script from a sequence to a graph), and the tokens of the common stretches that it links to the base are
 * shared by all three.
 */
import type { Token } from "../text/tokens";
import type { SharedToken, Versions } from "./shared-tokens";
import { placesOfKept } from "./shared-tokens";
import { tokenEdits } from "./token-edits";

/** Base tokens times tokens of both sides: about 20 ms and 20 MB. */
const CELLS = 2_000_000;

/** Null if the texts are too long for it. */
export function sharedAlongCommonPath(versions: Versions): readonly SharedToken[] | null {
  const { base, ours, theirs } = versions;
  if (base.length * (ours.length + theirs.length) > CELLS) return null;
  const steps = stepsOf(versions);
  return traceBack(steps, new Table(base, steps).backs, base.length);
}

/** One token of a way, or a place where two ways meet (`token` null). */
interface Step {
  readonly token: Token | null;
  /** Indices of the steps that may come before; none for the start. */
  readonly before: readonly number[];
  /** Indices in both texts if the token is common. */
  readonly common: { readonly ours: number; readonly theirs: number } | null;
}

function stepsOf({ ours, theirs }: Versions): readonly Step[] {
  const places = placesOfKept(ours.length, tokenEdits(ours, theirs));
  const steps: Step[] = [{ token: null, before: [], common: null }];
  const walk = (tokens: readonly Token[], from: number): number =>
    tokens.reduce((last, token) => steps.push({ token, before: [last], common: null }) - 1, from);
  let [our, their] = [0, 0];
  while (our < ours.length || their < theirs.length) {
    const fork = steps.length - 1;
    let ourEnd = our;
    while (ourEnd < ours.length && (places[ourEnd] as number) < 0) ourEnd++;
    const theirEnd = places[ourEnd] ?? theirs.length;
    if (ourEnd > our || theirEnd > their) {
      const ends = [walk(ours.slice(our, ourEnd), fork), walk(theirs.slice(their, theirEnd), fork)];
      steps.push({ token: null, before: ends, common: null });
    }
    [our, their] = [ourEnd, theirEnd];
    const token = ours[our];
    if (!token) continue;
    steps.push({ token, before: [steps.length - 1], common: { ours: our, theirs: their } });
    [our, their] = [our + 1, their + 1];
  }
  return steps;
}

/** How a cell was reached: by leaving out the base token, or from the step `before[way >> 2]`. */
const SKIP_BASE = 0;
const PASS = 1;
const SKIP_STEP = 2;
const LINK = 3;

const NEVER = Number.MAX_SAFE_INTEGER;

/** Integers, so that equal costs are equal. */
function weigh({ kind }: Token): number {
  if (kind === "space") return 1;
  return kind === "punctuation" ? 6 : 10;
}

/** Fewest weights left out, for every step and every number of base tokens passed. */
class Table {
  readonly backs: Uint8Array[] = [];
  private readonly costs: Float64Array[] = [];
  private readonly weights: readonly number[];

  constructor(
    private readonly base: readonly Token[],
    steps: readonly Step[],
  ) {
    this.weights = base.map(weigh);
    for (const step of steps) this.add(step);
  }

  private add({ token, before }: Step): void {
    const costs = new Float64Array(this.base.length + 1).fill(NEVER);
    const back = new Uint8Array(this.base.length + 1);
    if (before.length === 0) costs[0] = 0;
    for (let passed = 0; passed < costs.length; passed++) {
      if (passed > 0) costs[passed] = Math.min(NEVER, this.afterSkip(costs, passed));
      for (const [way, index] of before.entries()) {
        const from = this.costs[index] as Float64Array;
        if (token === null) take(costs, back, passed, from[passed] as number, PASS + 4 * way, true);
        else {
          take(costs, back, passed, (from[passed] as number) + weigh(token), SKIP_STEP + 4 * way, false);
          if (passed > 0 && this.base[passed - 1]?.text === token.text)
            take(costs, back, passed, from[passed - 1] as number, LINK + 4 * way, true);
        }
      }
    }
    this.costs.push(costs);
    this.backs.push(back);
  }

  private afterSkip(costs: Float64Array, passed: number): number {
    return Math.min(
      costs[passed] as number,
      (costs[passed - 1] as number) + (this.weights[passed - 1] as number),
    );
  }
}

function take(
  costs: Float64Array,
  back: Uint8Array,
  passed: number,
  cost: number,
  way: number,
  winsTies: boolean,
): void {
  const best = costs[passed] as number;
  const replacesSkip = winsTies && cost === best && (way & 3) === LINK;
  const replacesAnySkip = winsTies && cost === best && back[passed] === SKIP_BASE;
  if (cost < best || replacesSkip || replacesAnySkip) {
    costs[passed] = cost;
    back[passed] = way;
  }
}

function traceBack(
  steps: readonly Step[],
  backs: readonly Uint8Array[],
  length: number,
): readonly SharedToken[] {
  const shared: SharedToken[] = [];
  let [at, passed] = [steps.length - 1, length];
  while (at > 0) {
    const way = backs[at]?.[passed] ?? SKIP_BASE;
    if (way === SKIP_BASE) {
      passed--;
      continue;
    }
    const { before, common } = steps[at] as Step;
    if ((way & 3) === LINK) {
      passed--;
      if (common) shared.push({ base: passed, ...common });
    }
    at = before[way >> 2] ?? 0;
  }
  return shared.reverse();
}
