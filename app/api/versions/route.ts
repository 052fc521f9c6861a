import { startVersion } from "@/lib/services/imports/start-version";
import { parseVersionUpload } from "../imports/read-upload";
import { takeUpload } from "../imports/take-upload";

/** Takes a new version of a document. */
export const POST = takeUpload(parseVersionUpload, startVersion);
