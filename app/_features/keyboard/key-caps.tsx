"use client";

import { Kbd } from "@/app/_ui/kbd";
import { useT } from "@/lib/i18n/client";
import type { Messages } from "@/lib/i18n/messages";
import { type Binding, type Platform, parseKeys } from "./binding";
import { usePlatform } from "./settings";

type KeyName = `key.${keyof Messages["keyboard"]["key"]}`;

/** What is printed on a key, and what it is called where the print is only a sign. */
interface Cap {
  readonly print: string | null;
  readonly name: KeyName | null;
}

const cap = (print: string | null, name: KeyName | null): Cap => ({ print, name });

const NAMED: Readonly<Record<string, Cap>> = {
  ArrowDown: cap("↓", "key.arrowDown"),
  ArrowLeft: cap("←", "key.arrowLeft"),
  ArrowRight: cap("→", "key.arrowRight"),
  ArrowUp: cap("↑", "key.arrowUp"),
  Backspace: cap("⌫", "key.backspace"),
  Delete: cap(null, "key.delete"),
  End: cap(null, "key.end"),
  Enter: cap(null, "key.enter"),
  Escape: cap("Esc", null),
  Home: cap(null, "key.home"),
  PageDown: cap(null, "key.pageDown"),
  PageUp: cap(null, "key.pageUp"),
  Space: cap(null, "key.space"),
  Tab: cap("Tab", null),
};

function capsOf(binding: Binding, platform: Platform): readonly Cap[] {
  const mac = platform === "mac";
  const ctrlToo = mac && binding.alt && /^[a-z0-9]$/.test(binding.key);
  return [
    ...(ctrlToo ? [cap("⌃", "key.control")] : []),
    ...(binding.mod && !mac ? [cap(null, "key.control")] : []),
    ...(binding.alt ? [mac ? cap("⌥", "key.option") : cap(null, "key.alt")] : []),
    ...(binding.shift ? [mac ? cap("⇧", "key.shift") : cap(null, "key.shift")] : []),
    ...(binding.mod && mac ? [cap("⌘", "key.command")] : []),
    NAMED[binding.key] ?? cap(binding.key.toUpperCase(), null),
  ];
}

/** A chord as the caps of the person's own keyboard. */
export function KeyCaps({ keys }: { readonly keys: string }) {
  const t = useT("keyboard");
  const platform = usePlatform();
  return (
    <span style={{ whiteSpace: "nowrap" }}>
      {capsOf(parseKeys(keys), platform).map(({ print, name }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: caps of one chord never change their order
        <Kbd key={index} name={print && name ? t(name) : undefined}>
          {print ?? (name ? t(name) : "")}
        </Kbd>
      ))}
    </span>
  );
}
