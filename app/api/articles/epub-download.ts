import { downloadAddress } from "@/app/_features/article/addresses";
import { writeEpub } from "@/lib/core/interchange/epub/write-epub";
import { download } from "./download";

/** The book of an article. */
export const epubDownload = download({
  type: "application/epub+zip",
  ending: "epub",
  write: ({ edition, words, paths }, origin) => {
    const [{ snapshot, locale }, second] = edition.sides;
    return writeEpub({
      edition,
      words,
      address: origin + downloadAddress("book.epub", snapshot.slug, locale, second?.locale),
      pages: paths.map((path) => origin + path),
    });
  },
});
