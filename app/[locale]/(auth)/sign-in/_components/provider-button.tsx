"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { postToNextAuth } from "@/app/_features/session/post-to-next-auth";
import { FormError } from "@/app/_ui/form-error";
import { useT } from "@/lib/i18n/client";

/** Sign-in at the identity provider of the installation. */
export function ProviderButton({
  name,
  callbackUrl,
}: {
  readonly name: string;
  readonly callbackUrl: string;
}) {
  const t = useT(["auth", "errors"]);
  const [state, setState] = useState<"idle" | "leaving" | "failed">("idle");
  const leave = async () => {
    setState("leaving");
    try {
      await postToNextAuth("signin/oidc", callbackUrl);
    } catch {
      setState("failed");
    }
  };
  return (
    <>
      <Button
        variant="default"
        size="md"
        fullWidth
        loading={state === "leaving"}
        onClick={() => void leave()}
      >
        {t("auth:signIn.provider", { name })}
      </Button>
      {state === "failed" && <FormError title={t("errors:offline")} />}
    </>
  );
}
