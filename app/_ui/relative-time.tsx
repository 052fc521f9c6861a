"use client";

import { useEffect, useState } from "react";
import { useFormat } from "@/lib/i18n/client";

const ONE_MINUTE = 60_000;

/**
 * "3 minutes ago", with the exact time on hover. The server writes the exact time, because
 * its "now" is over when the page is shown.
 */
export function RelativeTime({ at }: { readonly at: string | number }) {
  const format = useFormat();
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = window.setInterval(() => setNow(Date.now()), ONE_MINUTE);
    return () => window.clearInterval(timer);
  }, []);
  const exact = format.dateTime(at);
  return (
    <time dateTime={new Date(at).toISOString()} title={exact}>
      {now === null ? exact : format.relative(at, now)}
    </time>
  );
}
