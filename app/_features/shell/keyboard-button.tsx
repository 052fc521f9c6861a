"use client";

import { ActionIcon } from "@mantine/core";
import { IconKeyboard } from "@tabler/icons-react";
import { useKeyboard } from "@/app/_features/keyboard/use-commands";
import { useT } from "@/lib/i18n/client";

export function KeyboardButton() {
  const t = useT("keyboard");
  const { openHelp } = useKeyboard();
  return (
    <ActionIcon aria-label={t("help.open")} title={t("help.open")} onClick={openHelp} visibleFrom="sm">
      <IconKeyboard size={20} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
