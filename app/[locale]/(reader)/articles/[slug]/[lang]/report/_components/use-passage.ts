"use client";

import { type RefObject, useEffect, useRef } from "react";

/**
 * The field of the passage. Words that somebody selects in the paragraph above it are brought into it, unless
 * something else was typed there.
 */
export function usePassage(): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const paragraph = document.querySelector("[data-reported]");
    let brought = "";
    const bring = () => {
      const selection = document.getSelection();
      const words = selection?.toString().trim() ?? "";
      const isInside =
        paragraph?.contains(selection?.anchorNode ?? null) &&
        paragraph.contains(selection?.focusNode ?? null);
      if (!field.current || !isInside || words === "" || ![brought, ""].includes(field.current.value)) return;
      field.current.value = words;
      brought = words;
    };
    document.addEventListener("selectionchange", bring);
    return () => document.removeEventListener("selectionchange", bring);
  }, []);
  return field;
}
