/** Room that is left between what is shown and the edges of the window, in pixels. */
const GAP = 12;

export interface Room {
  readonly top: number;
  readonly bottom: number;
}

/** Top and bottom of what is to be seen; of both ends, the last one matters more. */
export interface Stretch {
  readonly top: number;
  /** The part that must be seen if the whole has no room. */
  readonly mustTop: number;
  readonly bottom: number;
}

/** How far to scroll so that a stretch is seen, by as little movement as possible. Pixels, down is positive. */
export function distanceToShow({ top, mustTop, bottom }: Stretch, room: Room): number {
  const fits = bottom - top <= room.bottom - room.top;
  const first = fits ? top : mustTop;
  if (first < room.top) return first - room.top;
  if (bottom <= room.bottom) return 0;
  return Math.min(bottom - room.bottom, first - room.top);
}

/** Scrolls the window so that `element` is seen, and if there is room all of `row` above it. */
export function bringToView(element: Element, row: Element | null, covered: number): void {
  const { top: mustTop, bottom } = element.getBoundingClientRect();
  const top = Math.min(mustTop, row?.getBoundingClientRect().top ?? mustTop);
  const room = { top: covered + GAP, bottom: window.innerHeight - GAP };
  const distance = distanceToShow({ top, mustTop, bottom }, room);
  if (distance !== 0) window.scrollBy(0, distance);
}

/** Height of the bars at the top of the window, in pixels; the style sheets say the same. */
export const COVERED = 52 + 45;
