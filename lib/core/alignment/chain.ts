/** The heaviest chain of pairs that ascends on both sides, in n log n. */
interface Pair {
  readonly i: number;
  readonly j: number;
  readonly strength: number;
}

/**
 * @param pairs sorted by i; j is below `targets`.
 * @returns the chain of greatest total strength, strictly ascending in i and in j.
 */
export function heaviestChain<P extends Pair>(pairs: readonly P[], targets: number): readonly P[] {
  const weight = new Float64Array(pairs.length);
  const before = new Int32Array(pairs.length);
  const leaders = new Leaders(targets, weight);
  const follow = ({ j, strength }: Pair, index: number) => {
    const last = leaders.below(j);
    before[index] = last;
    weight[index] = strength + (last < 0 ? 0 : (weight[last] ?? 0));
  };
  for (let from = 0; from < pairs.length; ) {
    const row = pairs.slice(from, endOfRow(pairs, from));
    for (const [k, pair] of row.entries()) follow(pair, from + k);
    for (const [k, { j }] of row.entries()) leaders.enter(from + k, j);
    from += row.length;
  }
  const chain: P[] = [];
  for (let index = leaders.below(targets); index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}

function endOfRow(pairs: readonly Pair[], from: number): number {
  let to = from;
  while (to < pairs.length && pairs[to]?.i === pairs[from]?.i) to += 1;
  return to;
}

/** A tree of running maxima (Fenwick): which chain that ends below a column is the heaviest. */
class Leaders {
  private readonly tree: Int32Array;

  constructor(
    columns: number,
    private readonly weight: Float64Array,
  ) {
    this.tree = new Int32Array(columns + 2).fill(-1);
  }

  below(column: number): number {
    let best = -1;
    for (let node = column; node > 0; node -= node & -node) best = this.heavier(best, this.tree[node] ?? -1);
    return best;
  }

  enter(index: number, column: number): void {
    for (let node = column + 1; node < this.tree.length; node += node & -node) {
      this.tree[node] = this.heavier(this.tree[node] ?? -1, index);
    }
  }

  private heavier(a: number, b: number): number {
    if (a < 0 || b < 0) return Math.max(a, b);
    return (this.weight[b] ?? 0) > (this.weight[a] ?? 0) ? b : a;
  }
}
