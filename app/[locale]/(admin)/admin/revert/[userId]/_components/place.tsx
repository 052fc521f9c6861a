"use client";

import Link from "next/link";
import { useFormat, useT } from "@/lib/i18n/client";
import type { PreviewPlace } from "./revert-preview";

/** The way to the row, or, for one that is no more, its document. */
export function Place({ place }: { readonly place: PreviewPlace }) {
  const t = useT("admin");
  const format = useFormat();
  const { title, rowNumber, targetLocale, translationId } = place;
  const language = format.languageName(targetLocale);
  const review = `/${format.locale}/review/${translationId}`;
  return (
    <Link href={rowNumber === null ? `${review}/align` : `${review}?row=${rowNumber}`} prefetch={false}>
      {rowNumber === null
        ? t("revert.tray", { title, language })
        : t("revert.place", { title, language, number: rowNumber })}
    </Link>
  );
}
