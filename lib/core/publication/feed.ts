import { xmlText } from "./xml";

export interface Feed {
  readonly title: string;
  /** What the feed holds, and where the rest is. */
  readonly subtitle: string;
  readonly locale: string;
  /** Whole addresses, of the feed itself and of the page that it follows. */
  readonly address: string;
  readonly page: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly title: string;
  /** Whole address; also the identity of the entry. */
  readonly address: string;
  readonly projectName: string;
  /** ISO 8601. */
  readonly publishedAt: string;
  readonly summary: string;
}

const LONG_AGO = "1970-01-01T00:00:00Z";

/**
 * An Atom feed (RFC 4287). It is as new as its newest entry, so the same articles give the
 * same bytes; an empty one is as old as time.
 */
export function atomFeed({ title, subtitle, locale, address, page, entries }: Feed): string {
  const updated =
    entries
      .map(({ publishedAt }) => publishedAt)
      .sort()
      .at(-1) ?? LONG_AGO;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(locale)}">`,
    `<id>${xmlText(address)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<subtitle>${xmlText(subtitle)}</subtitle>`,
    `<updated>${updated}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(address)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(page)}"/>`,
    ...entries.map(entryOf),
    "</feed>",
    "",
  ].join("\n");
}

const entryOf = ({ title, address, projectName, publishedAt, summary }: FeedEntry): string =>
  [
    "<entry>",
    `<id>${xmlText(address)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xmlText(address)}"/>`,
    `<author><name>${xmlText(projectName)}</name></author>`,
    `<updated>${publishedAt}</updated>`,
    `<summary>${xmlText(summary)}</summary>`,
    "</entry>",
  ].join("\n");
