import { bringToView, COVERED } from "@/app/_features/bitext-grid/bring-to-view";

/** Whole changes, and runs of plain diffs. */
const STOPS = "[data-hunk-stop], [data-hunk]";

/** Goes to the next or previous change within an element, around the end. False if there is none. */
export function walkHunks(root: Element | null, step: 1 | -1): boolean {
  const all = [...(root?.querySelectorAll<HTMLElement>(STOPS) ?? [])];
  const stops = all.filter(
    (stop, index) =>
      stop.hasAttribute("data-hunk-stop") ||
      !(stop.closest("[data-hunk-stop]") || isSameHunk(stop, all[index - 1])),
  );
  const at = stops.findIndex((stop) => stop.contains(document.activeElement));
  const target = stops.at(at < 0 ? (step > 0 ? 0 : -1) : (at + step) % stops.length);
  if (!target) return false;
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  bringToView(target, null, COVERED);
  return true;
}

/** The change with the focus. */
export const focusedHunk = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>("[data-hunk-stop][role=checkbox]") ?? null;

/** In a plain diff what was deleted and what replaces it count as one. */
const isSameHunk = (hunk: HTMLElement, other: HTMLElement | undefined): boolean =>
  hunk.parentElement === other?.parentElement && hunk.dataset.hunk === other?.dataset.hunk;
