import { publicDocument } from "@/app/_features/article/public-document";
import { originOf } from "@/app/_features/article/public-origin";
import { answering, respond } from "@/app/api/api-response";
import { type ReadEdition, readEdition } from "./read-edition";

interface Address {
  readonly params: Promise<{ readonly slug: string; readonly lang: string; readonly beside?: string }>;
}

interface Form {
  readonly type: string;
  readonly ending: "md" | "epub";
  readonly write: (read: ReadEdition, origin: string) => string | Uint8Array<ArrayBuffer>;
}

/** A route that hands an article over as a file. It is found by its page: search engines are led there. */
export const download = ({ type, ending, write }: Form) =>
  answering(async (request: Request, { params }: Address) => {
    const { slug, lang, beside } = await params;
    const read = await readEdition(slug, lang, beside);
    if (!read) return respond({ ok: false, error: { code: "not-found" } });
    const origin = originOf(request);
    return publicDocument(request, write(read, origin), type, {
      // slug and locales of something published: nothing in them needs to be quoted
      "content-disposition": `attachment; filename="${read.name}.${ending}"`,
      link: `<${origin}${read.paths[0]}>; rel="canonical"`,
      "x-robots-tag": "noindex",
    });
  });
