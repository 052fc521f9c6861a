import { epubDownload } from "@/app/api/articles/epub-download";

/** An article in two languages as a book, paragraph beside paragraph. */
export const GET = epubDownload;
