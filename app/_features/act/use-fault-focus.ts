"use client";

import { type RefObject, useEffect, useRef } from "react";

/** A form whose first wrong field takes the focus when `fault` appears. */
export function useFaultFocus(fault: object | null): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (fault) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [fault]);
  return form;
}
