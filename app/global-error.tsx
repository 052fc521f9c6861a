"use client";

import "./_ui/tokens.css";

import { BrokenPage } from "@/app/_features/shell/broken-page";
import { FALLBACK_LOCALE } from "@/lib/i18n/locales";

/** The layout itself threw, so this brings its own document. */
export default function GlobalError(props: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <html lang={FALLBACK_LOCALE} style={{ background: "var(--paper)" }}>
      <body>
        <BrokenPage {...props} />
      </body>
    </html>
  );
}
