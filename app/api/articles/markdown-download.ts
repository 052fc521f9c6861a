import { writeMarkdown } from "@/lib/core/interchange/write-markdown";
import { download } from "./download";

/** The Markdown of an article. */
export const markdownDownload = download({
  type: "text/markdown",
  ending: "md",
  write: ({ edition, words, paths }, origin) =>
    writeMarkdown(
      edition,
      words,
      paths.map((path) => origin + path),
    ),
});
