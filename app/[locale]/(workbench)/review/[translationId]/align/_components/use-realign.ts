"use client";

import { useEffect, useRef, useState } from "react";
import { announce } from "@/app/_ui/live-region";
import { useT } from "@/lib/i18n/client";
import { type RealignOutcome, type RealignProgress, requestRealign } from "./request-realign";

/**
 * Re-aligns one stretch at a time, while everything else on the page goes on working.
 *
 * @param finish gets what came of it; a cancelled one changed nothing and is only said.
 */
export function useRealign(
  translationId: string,
  finish: (answer: RealignOutcome | { readonly error: { readonly code: string } }) => void,
) {
  const t = useT("alignment");
  const [progress, setProgress] = useState<RealignProgress | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (segmentId: string) => {
    if (running.current) return announce(t("realign.running"));
    const controller = new AbortController();
    running.current = controller;
    setProgress({ done: 0, total: 0 });
    announce(t("realign.begun"));
    const answer = await requestRealign(translationId, segmentId, setProgress, controller.signal);
    running.current = null;
    setProgress(null);
    if ("error" in answer && answer.error.code === "cancelled") announce(t("realign.cancelled"));
    else finish(answer);
  };
  return { progress, start, cancel: () => running.current?.abort() };
}
