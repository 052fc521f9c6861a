"use client";

import { Textarea } from "@mantine/core";
import { type Anchor, isAnchorOf } from "@/lib/core/threads/anchor";
import { useT } from "@/lib/i18n/client";

/** The text of a proposal, to mark the words that a comment is about. A field, so that keys can mark them, too. */
export function WordsField({
  text,
  locale,
  chosen,
  onChoose,
}: {
  readonly text: string;
  readonly locale: string;
  readonly chosen: Anchor | null;
  readonly onChoose: (anchor: Anchor | null) => void;
}) {
  const t = useT("decisions");
  // A field shows line ends as one unit each: in a text with others the offsets would not be those of the text.
  if (text.includes("\r")) return null;
  return (
    <Textarea
      label={t("threads.words")}
      description={
        chosen
          ? t("threads.wordsChosen", { quote: text.slice(chosen.from, chosen.to) })
          : t("threads.wordsNone")
      }
      value={text}
      readOnly
      autosize
      minRows={1}
      maxRows={6}
      lang={locale}
      dir="auto"
      onSelect={({ currentTarget: { selectionStart: from, selectionEnd: to } }) =>
        onChoose(isAnchorOf(text, { from, to }) ? { from, to } : null)
      }
    />
  );
}
