import "./workbench.css";

import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { currentViewer } from "@/app/_loaders/viewer";
import { textDirection } from "@/lib/core/text/locale";
import { type Namespace, readNamespaces } from "@/lib/i18n/messages";
import { uiLocale } from "@/lib/i18n/server";
import { displayTimeZone } from "@/lib/i18n/time-zone";
import { AppFrame } from "./app-frame";
import { AppProviders } from "./app-providers";

/** What every page with a frame may say on the client. */
const FRAME_NAMESPACES = ["common", "errors", "keyboard"] as const;

/**
 * The document of every page that works with Mantine. `namespaces` are the messages that
 * client components below may use, beside those of the frame; `signOut` is the form that
 * ends the session.
 */
export async function WorkbenchDocument({
  namespaces,
  signOut,
  children,
}: {
  readonly namespaces: readonly Namespace[];
  readonly signOut?: ReactNode;
  readonly children: ReactNode;
}) {
  const locale = await uiLocale();
  const [nonce, viewer, bundles] = await Promise.all([
    headers().then((list) => list.get("x-nonce") ?? undefined),
    currentViewer(),
    readNamespaces(locale, [...FRAME_NAMESPACES, ...namespaces]),
  ]);
  return (
    <html lang={locale} dir={textDirection(locale)} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <AppProviders locale={locale} timeZone={displayTimeZone()} bundles={bundles} nonce={nonce ?? ""}>
          <AppFrame viewer={viewer} signOut={signOut}>
            {children}
          </AppFrame>
        </AppProviders>
      </body>
    </html>
  );
}
