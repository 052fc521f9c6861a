"use client";

import { Select } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import { parseLocale } from "@/lib/core/text/locale";
import { useFormat, useT } from "@/lib/i18n/client";
import { LANGUAGE_TAGS } from "./language-tags";

/** A language by name or by tag. Null is "recognise it from the text", where that is on offer. */
export function LocaleField({
  label,
  value,
  onChange,
  offersGuess = false,
  description,
  error,
  disabled = false,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (tag: string | null) => void;
  readonly offersGuess?: boolean;
  readonly description?: ReactNode;
  readonly error?: ReactNode;
  readonly disabled?: boolean;
}) {
  const t = useT("import");
  const format = useFormat();
  const [search, setSearch] = useState("");
  const named = useMemo(
    () =>
      LANGUAGE_TAGS.map((tag) => ({ value: tag, label: `${format.languageName(tag)} (${tag})` })).sort(
        (one, other) => one.label.localeCompare(other.label, format.locale),
      ),
    [format],
  );
  const typed = parseLocale(/^[a-z]{2,3}(-|$)/i.test(search) ? search : null);
  const further = [value, typed.ok ? typed.value : null].filter(
    (tag, index, all) => tag && !LANGUAGE_TAGS.includes(tag) && all.indexOf(tag) === index,
  );
  return (
    <Select
      label={label}
      description={description}
      error={error}
      inputWrapperOrder={["label", "input", "description", "error"]}
      disabled={disabled}
      data={[
        ...(offersGuess ? [{ value: "guess", label: t("field.guess") }] : []),
        ...further.map((tag) => ({ value: tag ?? "", label: `${format.languageName(tag ?? "")} (${tag})` })),
        ...named,
      ]}
      value={value || (offersGuess ? "guess" : null)}
      onChange={(tag) => onChange(tag === "guess" ? null : tag)}
      searchable
      onSearchChange={setSearch}
      allowDeselect={false}
      placeholder={offersGuess ? t("field.localeSearch") : t("field.localeMissing")}
      nothingFoundMessage={t("field.localeNothing")}
      maxDropdownHeight={260}
      comboboxProps={{ withinPortal: true }}
    />
  );
}
