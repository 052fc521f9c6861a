import "./reader.css";

import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { frameMetadata } from "@/app/_features/shell/frame-metadata";
import { ReaderFrame } from "@/app/_features/shell/reader-frame";
import { textDirection } from "@/lib/core/text/locale";
import { uiLocale } from "@/lib/i18n/server";

export const generateMetadata = (): Promise<Metadata> => frameMetadata();

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function ReaderLayout({ children }: { readonly children: ReactNode }) {
  const locale = await uiLocale();
  return (
    <html lang={locale} dir={textDirection(locale)}>
      <body>
        <ReaderFrame locale={locale}>{children}</ReaderFrame>
      </body>
    </html>
  );
}
