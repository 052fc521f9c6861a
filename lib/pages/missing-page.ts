import type { InnerServer } from "./inner-server";
import { pageHeaders } from "./page-headers";
import { stripPage } from "./strip-page";

export interface MissingPage {
  readonly status: 404;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** What stands where nothing is, for an address whose first part is a language of the interface. */
export type MissingPages = (target: string) => Promise<MissingPage>;

/**
 * An address that no page has. Where a page is asked for that finds nothing to show, the framework leaves it to a script
 * to say so; here it says so itself, in the same words.
 */
const NOWHERE = "/nothing-is-here";

/** Asks the framework once for each language. */
export function missingPages(inner: InnerServer): MissingPages {
  const known = new Map<string, Template>();
  return async (target) => {
    const [, ui = "", rest = ""] = /^\/([a-z]+)([^?]*)/.exec(target) ?? [];
    const { headers, html } = known.get(ui) ?? (await askFor(inner, ui));
    known.set(ui, { headers, html });
    return { status: 404, headers, body: Buffer.from(html.replaceAll(`${NOWHERE}"`, `${safe(rest)}"`)) };
  };
}

interface Template {
  readonly headers: readonly string[];
  readonly html: string;
}

async function askFor(inner: InnerServer, ui: string): Promise<Template> {
  const answer = await inner.ask(`/${ui}${NOWHERE}`);
  if (answer.status !== 404) throw new Error(`the framework has a page at ${NOWHERE}`);
  return {
    headers: pageHeaders(answer.headers, "page"),
    html: stripPage(answer.body.toString("utf8")).html,
  };
}

/** The address stands in links to the same one in other languages. */
const safe = (path: string): string => path.replace(/[^A-Za-z0-9/._~%-]/g, encodeURIComponent);
