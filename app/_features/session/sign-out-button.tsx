"use client";

import { Button } from "@mantine/core";
import { IconLogout, IconUserCircle } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import { FormError } from "@/app/_ui/form-error";
import { useT, useUiLocale } from "@/lib/i18n/client";
import { postToNextAuth } from "./post-to-next-auth";

/** What the menu of a signed-in person offers: the own account, and the end of the session. */
export function SignOutButton() {
  const t = useT(["common", "errors"]);
  const locale = useUiLocale();
  const [state, setState] = useState<"idle" | "leaving" | "failed">("idle");
  const leave = async () => {
    setState("leaving");
    try {
      await postToNextAuth("signout", `/${locale}`);
    } catch {
      setState("failed");
    }
  };
  return (
    <>
      <Button
        component={Link}
        href={`/${locale}/account`}
        prefetch={false}
        variant="subtle"
        justify="flex-start"
        leftSection={<IconUserCircle size={18} stroke={1.75} aria-hidden />}
      >
        {t("common:user.account")}
      </Button>
      <Button
        variant="default"
        justify="flex-start"
        leftSection={<IconLogout size={18} stroke={1.75} aria-hidden />}
        loading={state === "leaving"}
        onClick={() => void leave()}
      >
        {t("common:nav.signOut")}
      </Button>
      {state === "failed" && <FormError title={t("errors:offline")} />}
    </>
  );
}
