import { READERS_NAME } from "@/lib/core/access/roles";

/** A name as pages show it: of readers without an account, who have none, what the language says for them. */
export const personName = (name: string, readers: string): string => (name === READERS_NAME ? readers : name);
