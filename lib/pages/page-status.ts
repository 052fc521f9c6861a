/** The name of the `meta` by which a page that is not kept says its status; `page-front` sends it. */
export const PAGE_STATUS_META = "page-status";
