import type { PublishedPage } from "@/lib/db/published-pages";
import { compressedPage } from "./compress-page";
import type { InnerAnswer } from "./inner-server";
import type { PageAddress } from "./page-address";
import { pageHeaders } from "./page-headers";
import { stripPage } from "./strip-page";

/** An answer of the framework, ready to go out. */
export type MadePage =
  /** The same for everybody until somebody publishes or withdraws. */
  | { readonly kind: "same-for-all"; readonly page: PublishedPage }
  /** For this request only. */
  | {
      readonly kind: "once";
      readonly status: number;
      readonly headers: readonly string[];
      readonly body: Buffer;
    }
  /** Nobody has such a page: what the framework says of that needs its scripts. */
  | { readonly kind: "missing" }
  /** Nothing for us: the framework answers itself. */
  | { readonly kind: "not-ours" };

const NOT_FOUND = 404;

/** Makes the page of an address from the framework's answer. */
export async function makePage(address: PageAddress, answer: InnerAnswer): Promise<MadePage> {
  const type = answer.headers["content-type"] ?? "";
  const setsCookie = answer.headers["set-cookie"] !== undefined;
  const isHtml = address.kind === "page" && type.startsWith("text/html");
  if (setsCookie) return { kind: "not-ours" };
  if (answer.status >= 300 && answer.status < 400) return once(answer, address, answer.body);
  if (answer.status === NOT_FOUND && isHtml) return { kind: "missing" };
  if (answer.status !== 200) return { kind: "not-ours" };
  return isHtml ? pageOf(address, answer, type) : documentOf(address, answer, type);
}

async function documentOf(address: PageAddress, answer: InnerAnswer, type: string): Promise<MadePage> {
  const isPublic = answer.headers["cache-control"]?.includes("public") ?? false;
  if (!isPublic || !address.isKept) return { kind: "not-ours" };
  const page = await compressedPage(pageHeaders(answer.headers, "document"), type, answer.body);
  return { kind: "same-for-all", page };
}

async function pageOf(address: PageAddress, answer: InnerAnswer, type: string): Promise<MadePage> {
  const { html, sends, status } = stripPage(answer.body.toString("utf8"));
  const body = Buffer.from(html);
  if (sends || !address.isKept) return once({ ...answer, status: status ?? 200 }, address, body);
  const headers = pageHeaders(answer.headers, "page");
  if (NOT_LISTED.test(html)) headers.push("x-robots-tag", "noindex");
  return { kind: "same-for-all", page: await compressedPage(headers, type, body) };
}

/** What the page asks of search engines, said in a header as well, for whoever reads no further. */
const NOT_LISTED = /<meta name="robots" content="noindex[",]/;

const once = ({ status, headers }: InnerAnswer, { kind }: PageAddress, body: Buffer): MadePage => ({
  kind: "once",
  status,
  headers: pageHeaders(headers, kind),
  body,
});
