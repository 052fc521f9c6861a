import { readerScript } from "@/app/_features/article/reader-scripts";

/** The scripts of the reader's pages; the name has the hash of the content, so they can be kept for good. */
export const GET = async (
  _request: Request,
  { params }: { readonly params: Promise<{ readonly name: string }> },
): Promise<Response> => {
  const script = readerScript((await params).name);
  if (script === null) return new Response(null, { status: 404 });
  return new Response(script, {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
    },
  });
};
