"use client";

import { useCallback, useState } from "react";
import { undoDecisionAction } from "@/app/_actions/decisions";
import { useCommands } from "@/app/_features/keyboard/use-commands";
import { announce } from "@/app/_ui/live-region";
import { useT } from "@/lib/i18n/client";
import { isUndoFault, useUndoFault } from "./use-undo-fault";

/** A decision that was taken on this page, and where. */
export interface Offer<Place> {
  readonly decisionId: string;
  /** What was done, in the language of the page. */
  readonly said: string;
  readonly place: Place;
}

/**
 * Takes back what was decided on this page, the last first. `onUndone` is told where, also when nothing could be
 * undone because something has changed: what is shown there is not what is there any more.
 */
export function useUndo<Place>(onUndone: (place: Place) => void) {
  const t = useT("decisions");
  const faultText = useUndoFault();
  const [offers, setOffers] = useState<readonly Offer<Place>[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const last = offers.at(-1) ?? null;

  const offer = useCallback((made: Offer<Place>) => {
    setFault(null);
    setOffers((before) => [...before, made]);
  }, []);
  const undo = async () => {
    if (!last) announce(t("undo.nothing"));
    if (!last || isBusy) return;
    setIsBusy(true);
    const answer = await undoDecisionAction({ decisionId: last.decisionId }).catch(
      () => ({ ok: false, error: { code: "offline" } }) as const,
    );
    setIsBusy(false);
    if (!answer.ok && !isUndoFault(answer.error.code)) return setFault(faultText(answer.error.code));
    setOffers((before) => before.filter((one) => one.decisionId !== last.decisionId));
    setFault(answer.ok ? null : faultText(answer.error.code));
    if (answer.ok) announce(t(`undo.done.${answer.value.kind}`));
    onUndone(last.place);
  };
  useCommands([
    {
      id: "undo-decision",
      keys: ["Mod+Z", "U"],
      label: t("undo.key"),
      group: "review",
      outsideFields: true,
      when: () => last !== null,
      run: () => void undo(),
    },
  ]);
  return { last, offer, undo, isBusy, fault };
}

export type UndoHandle<Place> = ReturnType<typeof useUndo<Place>>;
