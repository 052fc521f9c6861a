import { epubDownload } from "@/app/api/articles/epub-download";

/** An article in one language as a book. */
export const GET = epubDownload;
