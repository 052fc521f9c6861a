import { randomUUID } from "node:crypto";
import { readerScriptAddress } from "@/app/_features/article/reader-scripts";
import { rowAt, type Scenario } from "../scenario";
import type { Door } from "./door";

/** Addresses without a page, by method and folder of their file. */
export async function addresses(the: Scenario, proposalId: string): Promise<Record<string, Door>> {
  const row = await rowAt(the, 0);
  const draft = {
    baseRevisionId: row.revisionId,
    targetText: "Other words.",
    comment: "",
    reason: null,
    version: 99,
  };
  const rows = `/api/translations/${the.translationId}/rows`;
  return {
    "GET translations/[translationId]/rows": { kind: "api", least: "reader", method: "GET", address: rows },
    "GET segments/[segmentId]": {
      kind: "api",
      least: "reader",
      method: "GET",
      address: `/api/segments/${row.id}`,
    },
    "PUT segments/[segmentId]/draft": {
      kind: "api",
      least: "translator",
      method: "PUT",
      address: `/api/segments/${row.id}/draft`,
      body: JSON.stringify(draft),
    },
    "DELETE segments/[segmentId]/draft": {
      kind: "api",
      least: "translator",
      method: "DELETE",
      address: `/api/segments/${row.id}/draft`,
    },
    "GET proposals/[proposalId]/threads": {
      kind: "api",
      least: "reader",
      method: "GET",
      address: `/api/proposals/${proposalId}/threads`,
    },
    // a row that is not there
    "POST translations/[translationId]/realign": {
      kind: "api",
      least: "editor",
      method: "POST",
      address: `/api/translations/${the.translationId}/realign`,
      body: JSON.stringify({ segmentId: randomUUID() }),
    },
    "GET articles/[slug]/[lang]/record": {
      kind: "api",
      least: "anybody",
      method: "GET",
      address: "/api/articles/der-zug-aus-triest/en/record",
    },
    ...publicFiles(),
    "GET schemas/review-record": {
      kind: "api",
      least: "anybody",
      method: "GET",
      address: "/api/schemas/review-record",
    },
    "GET feeds/[lang]": { kind: "page", least: "anybody", address: "/feeds/en" },
    // of so few articles there is no archive yet
    "GET feeds/[lang]/[archive]": { kind: "page", least: "link", address: "/feeds/en/1" },
    "GET sitemap.xml": { kind: "page", least: "anybody", address: "/sitemap.xml" },
    "GET scripts/[name]": {
      kind: "page",
      least: "anybody",
      address: readerScriptAddress("keep-place"),
    },
    "GET robots.txt": { kind: "page", least: "anybody", address: "/robots.txt" },
    "GET health": { kind: "api", least: "anybody", method: "GET", address: "/api/health" },
  };
}

/** Files of an article, for everybody. */
function publicFiles(): Record<string, Door> {
  const file = (name: string): Door => ({
    kind: "page",
    least: "anybody",
    address: `/api/articles/der-zug-aus-triest/en/${name}`,
  });
  return {
    "GET articles/[slug]/[lang]/text.md": file("text.md"),
    "GET articles/[slug]/[lang]/book.epub": file("book.epub"),
    "GET oembed": {
      kind: "page",
      least: "anybody",
      address: "/api/oembed?url=ORIGIN/en/articles/der-zug-aus-triest/en",
    },
    "GET articles/[slug]/[lang]/picture.png": file("picture.png"),
    "GET articles/[slug]/[lang]/[beside]/text.md": file("de/text.md"),
    "GET articles/[slug]/[lang]/[beside]/book.epub": file("de/book.epub"),
  };
}
