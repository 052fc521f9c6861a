import { xmlText } from "./xml";

export interface Feed {
  readonly title: string;
  /** What the feed holds, and where the rest is. */
  readonly subtitle: string;
  /** Language of the title, the subtitle, the summaries and the page. */
  readonly uiLocale: string;
  /** Language of the articles. */
  readonly locale: string;
  /** Whole addresses, of the document itself and of the page that it follows. */
  readonly address: string;
  readonly page: string;
  /** Whole addresses of the other documents of the feed (RFC 5005, 4). */
  readonly archives: {
    /** Of the document that people subscribe to; null: it is this one, else this one is an archive. */
    readonly current: string | null;
    readonly previous: string | null;
    readonly next: string | null;
  };
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
 * An Atom feed (RFC 4287), or one of its archives (RFC 5005). It is as new as its newest entry,
 * so the same articles give the same bytes; an empty one is as old as time. Each text says its
 * own language: the titles are of the articles, everything else is of the interface.
 */
export function atomFeed(feed: Feed): string {
  const { title, subtitle, uiLocale, address, page, archives, entries } = feed;
  const updated =
    entries
      .map(({ publishedAt }) => publishedAt)
      .sort()
      .at(-1) ?? LONG_AGO;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="${xmlText(uiLocale)}">`,
    `<id>${xmlText(archives.current ?? address)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<subtitle>${xmlText(subtitle)}</subtitle>`,
    `<updated>${updated}</updated>`,
    ...(archives.current === null ? [] : ["<fh:archive/>"]),
    linkTo("self", address),
    ...(archives.current === null ? [] : [linkTo("current", archives.current)]),
    ...(archives.previous === null ? [] : [linkTo("prev-archive", archives.previous)]),
    ...(archives.next === null ? [] : [linkTo("next-archive", archives.next)]),
    `<link rel="alternate" type="text/html" hreflang="${xmlText(uiLocale)}" href="${xmlText(page)}"/>`,
    ...entries.map((entry) => entryOf(entry, feed.locale)),
    "</feed>",
    "",
  ].join("\n");
}

const linkTo = (rel: string, address: string): string =>
  `<link rel="${rel}" type="application/atom+xml" href="${xmlText(address)}"/>`;

const entryOf = ({ title, address, projectName, publishedAt, summary }: FeedEntry, locale: string): string =>
  [
    "<entry>",
    `<id>${xmlText(address)}</id>`,
    `<title xml:lang="${xmlText(locale)}">${xmlText(title)}</title>`,
    `<link rel="alternate" type="text/html" hreflang="${xmlText(locale)}" href="${xmlText(address)}"/>`,
    `<author><name>${xmlText(projectName)}</name></author>`,
    `<updated>${publishedAt}</updated>`,
    `<summary>${xmlText(summary)}</summary>`,
    "</entry>",
  ].join("\n");
