"use client";

import { useActionState } from "react";
import { type StopMailFault, stopMailAction } from "@/app/_actions/reports";

/** The button that ends mail about a report. */
export function StopMail({
  ui,
  token,
  words,
}: {
  readonly ui: string;
  readonly token: string;
  readonly words: { readonly stop: string; readonly failed: string };
}) {
  const [fault, submit, isPending] = useActionState<StopMailFault | null, FormData>(stopMailAction, null);
  return (
    <form action={submit}>
      {fault && <p role="alert">{words.failed}</p>}
      <input type="hidden" name="ui" value={ui} />
      <input type="hidden" name="token" value={token} />
      <button type="submit" disabled={isPending}>
        {words.stop}
      </button>
    </form>
  );
}
