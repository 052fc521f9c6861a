import "./[locale]/(reader)/reader.css";

import { NothingHere } from "@/app/_features/shell/nothing-here";
import { ReaderFrame } from "@/app/_features/shell/reader-frame";
import { textDirection } from "@/lib/core/text/locale";
import { guessedLocale } from "@/lib/i18n/server";

/** An address that no page has. Rendered on the server, so it also stands without script. */
export default async function GlobalNotFound() {
  const locale = await guessedLocale();
  return (
    <html lang={locale} dir={textDirection(locale)}>
      <body>
        <ReaderFrame locale={locale}>
          <NothingHere locale={locale} />
        </ReaderFrame>
      </body>
    </html>
  );
}
