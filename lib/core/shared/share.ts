/**
 * A share (0..1) in whole percent, 0..100, that never says "all" or "none" of what is not: 299 of 300 are 99 %,
 * 1 of 300 is 1 %. A share beyond its ends is its end.
 */
export function wholePercent(share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 100;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}
