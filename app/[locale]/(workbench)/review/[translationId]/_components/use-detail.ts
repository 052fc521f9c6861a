"use client";

import { useCallback, useEffect, useState } from "react";
import { useBitext } from "@/app/_features/bitext-grid/use-bitext";
import type { SegmentDetail } from "@/lib/core/review/bitext";

export type Detail =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly code: string }
  | { readonly state: "ready"; readonly detail: SegmentDetail };

/** Everything about a row, read when it opens and again on `reload`, which gives the new detail. */
export function useDetail(position: number): {
  readonly answer: Detail;
  readonly reload: () => Promise<SegmentDetail | null>;
} {
  const { store } = useBitext();
  const [answer, setAnswer] = useState<Detail>({ state: "loading" });
  const reload = useCallback(async () => {
    const read = await store.detail(position);
    if (read.ok) {
      setAnswer({ state: "ready", detail: read.value });
      return read.value;
    }
    setAnswer((last) => (last.state === "ready" ? last : { state: "failed", code: read.error.code }));
    return null;
  }, [store, position]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { answer, reload };
}
