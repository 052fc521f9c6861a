"use client";

import { bringToView } from "@/app/_features/bitext-grid/bring-to-view";
import { useCommands } from "@/app/_features/keyboard/use-commands";
import { walkHunks } from "@/app/_features/proposal-card/hunk-walk";
import { useT } from "@/lib/i18n/client";

/** Height of the bar at the top of the window, in pixels. */
const BAR = 52;

const ITEMS = "[data-my-proposal]";
const activeItem = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>(ITEMS) ?? null;

function move(step: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLElement>(ITEMS)];
  const active = activeItem();
  const item = active ? items[items.indexOf(active) + step] : items.at(step > 0 ? 0 : -1);
  if (!item) return;
  item.focus({ preventScroll: true });
  bringToView(item, null, BAR);
}

/** From proposal to proposal and from change to change, to the comments and to the row. */
export function MineKeys() {
  const t = useT(["queue", "workbench", "decisions"]);
  const press = (control: string) => () => activeItem()?.querySelector<HTMLElement>(control)?.click();
  const when = () => activeItem() !== null;
  const walking = { group: "review", when, repeat: true } as const;
  useCommands([
    {
      id: "mine-next",
      keys: ["J", "Alt+ArrowDown"],
      label: t("key.next"),
      group: "row",
      run: () => move(1),
      repeat: true,
    },
    {
      id: "mine-previous",
      keys: ["K", "Alt+ArrowUp"],
      label: t("key.previous"),
      group: "row",
      run: () => move(-1),
      repeat: true,
    },
    {
      ...walking,
      id: "mine-next-hunk",
      keys: "H",
      label: t("workbench:key.nextHunk"),
      run: () => walkHunks(activeItem(), 1),
    },
    {
      ...walking,
      id: "mine-previous-hunk",
      keys: "Shift+H",
      label: t("workbench:key.previousHunk"),
      run: () => walkHunks(activeItem(), -1),
    },
    {
      id: "mine-comments",
      keys: "N",
      label: t("decisions:threads.key"),
      group: "review",
      when,
      run: press("[data-comments]"),
    },
    {
      id: "mine-open",
      keys: "Enter",
      label: t("mine.open"),
      group: "row",
      when: () => document.activeElement?.matches(ITEMS) ?? false,
      run: press("[data-place]"),
    },
  ]);
  return null;
}
