"use client";

import { Textarea } from "@mantine/core";
import { type Ref, useId } from "react";
import { FieldError } from "@/app/_ui/form-error";
import { COMMENT_LIMIT } from "@/lib/core/proposal/lifecycle";

/** Words for the author of a proposal; `error` says that they are missing. */
export function NoteField({
  ref,
  label,
  description,
  value,
  error,
  onChange,
}: {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly label: string;
  readonly description: string;
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}) {
  const errorId = useId();
  return (
    <>
      <Textarea
        ref={ref}
        label={label}
        description={description}
        value={value}
        maxLength={COMMENT_LIMIT}
        autosize
        minRows={2}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : errorId}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {error !== null && <FieldError id={errorId}>{error}</FieldError>}
    </>
  );
}
