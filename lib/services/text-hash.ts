import { createHash } from "node:crypto";

/** SHA-256 of the text's UTF-8 bytes, lower case hex: what a decision binds to. */
export const textHash = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
