import { markdownDownload } from "@/app/api/articles/markdown-download";

/** An article in one language as Markdown. */
export const GET = markdownDownload;
