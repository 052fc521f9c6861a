import type { ReactNode } from "react";

/**
 * Text of somebody else inside our own: its direction must not reorder ours, and its
 * language must be pronounced as what it is. Without `dir` the first strong letter decides.
 */
export function Bdi({
  lang,
  dir = "auto",
  children,
}: {
  readonly lang?: string | undefined;
  readonly dir?: "ltr" | "rtl" | "auto";
  readonly children: ReactNode;
}) {
  return (
    <bdi lang={lang} dir={dir}>
      {children}
    </bdi>
  );
}
