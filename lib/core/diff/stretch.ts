/** What stands between two linked units of one side: white space and invisible characters around units, or alone. */
export interface Stretch {
  /** UTF-16 offset in the whole text. */
  readonly from: number;
  readonly text: string;
  /** The part of `text` before its first unit, and after its last one; both are `text` if it has no unit. */
  readonly lead: string;
  readonly tail: string;
}

/** A carriage return with its line feed is one grapheme cluster; everything else in a gap stands alone. */
const ATOM = /\r\n|./gsu;

/** Length in UTF-16 units of what two gaps have in common at their start. */
export function commonLead(base: string, next: string): number {
  const others = atomsOf(next);
  let length = 0;
  for (const [index, atom] of atomsOf(base).entries()) {
    if (atom !== others[index]) break;
    length += atom.length;
  }
  return length;
}

/** Length of what two stretches have in common at their end, in gaps, without the `lead` already taken. */
export function commonTail(base: Stretch, next: Stretch, lead: number): number {
  const ours = atomsOf(tailWithout(base, lead)).reverse();
  const others = atomsOf(tailWithout(next, lead)).reverse();
  let length = 0;
  for (const [index, atom] of ours.entries()) {
    if (atom !== others[index]) break;
    length += atom.length;
  }
  return length;
}

const atomsOf = (gap: string): string[] => gap.match(ATOM) ?? [];

function tailWithout({ text, lead, tail }: Stretch, taken: number): string {
  return lead.length === text.length ? text.slice(taken) : tail;
}
