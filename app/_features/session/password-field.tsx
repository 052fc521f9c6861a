"use client";

import { PasswordInput } from "@mantine/core";
import { type ComponentProps, useState } from "react";
import { useT } from "@/lib/i18n/client";

/** A password that can be looked at. It is sent as typed either way. */
export function PasswordField(props: ComponentProps<typeof PasswordInput>) {
  const t = useT("common");
  const [visible, setVisible] = useState(false);
  return (
    <PasswordInput
      {...props}
      aria-invalid={props.error ? true : undefined} // Mantine says it of every field but this
      visible={visible}
      onVisibilityChange={setVisible}
      spellCheck={false}
      autoCapitalize="off"
      visibilityToggleButtonProps={{
        tabIndex: 0,
        "aria-hidden": false,
        "aria-label": t(visible ? "user.hidePassword" : "user.showPassword"),
      }}
    />
  );
}
