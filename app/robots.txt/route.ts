import { publicDocument } from "@/app/_features/article/public-document";
import { originOf } from "@/app/_features/article/public-origin";

/**
 * Articles are for everybody; what needs a sign-in or answers machines is of no use to a search
 * engine. Pictures of articles are fetched by networks that obey this file; the longer rule counts.
 */
export const GET = (request: Request): Response =>
  publicDocument(
    request,
    `User-agent: *\nDisallow: /api/\nAllow: /api/articles/*/picture.png\nAllow: /api/oembed\nDisallow: /*/search\nSitemap: ${originOf(request)}/sitemap.xml\n`,
    "text/plain",
  );
