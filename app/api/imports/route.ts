import { startImport } from "@/lib/services/imports/start-import";
import { parseUpload } from "./read-upload";
import { takeUpload } from "./take-upload";

/** Takes two texts. */
export const POST = takeUpload(parseUpload, startImport);
