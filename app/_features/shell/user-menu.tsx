"use client";

import { Avatar, Popover, Stack, Text, UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import type { Viewer } from "@/app/_loaders/viewer";
import { Bdi } from "@/app/_ui/bdi";
import { useT } from "@/lib/i18n/client";

/** First letters of the first and the last word of a name, whole characters. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? "")][0] ?? "";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toLocaleUpperCase();
}

/** Who is signed in, and the form that ends it. A disclosure rather than a menu, because it holds a form. */
export function UserMenu({
  viewer,
  signOut,
}: {
  readonly viewer: NonNullable<Viewer>;
  readonly signOut?: ReactNode;
}) {
  const t = useT("common");
  return (
    <Popover position="bottom-end" width={260} trapFocus returnFocus withinPortal={false}>
      <Popover.Target>
        <UnstyledButton aria-label={t("user.menu", { name: viewer.displayName })} p={4} bdrs="xl">
          <Avatar size={30} color="petrol" variant="filled" aria-hidden>
            {initials(viewer.displayName)}
          </Avatar>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("user.menu", { name: viewer.displayName })}>
        <Stack gap="sm">
          <div>
            <Text fw={600} size="sm">
              <Bdi>{viewer.displayName}</Bdi>
            </Text>
            <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
              {viewer.email}
            </Text>
          </div>
          {signOut}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
