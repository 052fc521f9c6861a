"use client";

import { DirectionProvider, MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { LiveRegion } from "@/app/_ui/live-region";
import { textDirection } from "@/lib/core/text/locale";
import { I18nProvider } from "@/lib/i18n/client";
import type { UiLocale } from "@/lib/i18n/locales";
import type { MessageBundle } from "@/lib/i18n/messages";
import { resolveCssVariables, theme } from "./theme";

export function AppProviders({
  locale,
  timeZone,
  bundles,
  nonce,
  children,
}: {
  readonly locale: UiLocale;
  readonly timeZone: string;
  readonly bundles: Readonly<Record<string, MessageBundle>>;
  readonly nonce: string;
  readonly children: ReactNode;
}) {
  return (
    <I18nProvider locale={locale} timeZone={timeZone} bundles={bundles}>
      <DirectionProvider initialDirection={textDirection(locale)} detectDirection={false}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={resolveCssVariables}
          defaultColorScheme="auto"
          getStyleNonce={() => nonce}
          deduplicateInlineStyles
        >
          <Notifications position="bottom-right" />
          <LiveRegion />
          {children}
        </MantineProvider>
      </DirectionProvider>
    </I18nProvider>
  );
}
