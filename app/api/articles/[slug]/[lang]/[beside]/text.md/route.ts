import { markdownDownload } from "@/app/api/articles/markdown-download";

/** An article in two languages as Markdown, paragraph by paragraph. */
export const GET = markdownDownload;
