import { sqlState } from "./client";

export type DatabaseTrouble = "database-unreachable" | "disk-full";

/** SQLSTATEs of a connection that was cut, refused or not to be had. */
const NO_CONNECTION = /^(?:08...|57P0[1235]|53300)$/;
const DISK_FULL = ["53100", "58030"];
const SYSTEM_CODES = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EHOSTUNREACH",
  "ENOENT",
];
const DRIVER_WORDS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/;

/** Connection, shutdown and statement timeout, resources, and conflicts of transactions, by their classes; a lock. */
const PASSING = /^(?:08...|40...|53...|57...|55P03)$/;

/** A trouble that passes: the same act may succeed a little later. */
export type PassingTrouble = DatabaseTrouble | "database-busy";

/** The trouble that an act failed of, if it is one that passes; null for what would fail again. */
export function passingTrouble(error: unknown): PassingTrouble | null {
  return databaseTrouble(error) ?? (PASSING.test(sqlState(error) ?? "") ? "database-busy" : null);
}

/**
 * What is wrong with the database when a statement failed for no fault of its own: no
 * connection, or no room. Null for every other error. The driver gives some of these
 * without a code, by their words alone.
 */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  const state = sqlState(error) ?? "";
  if (DISK_FULL.includes(state)) return "disk-full";
  if (NO_CONNECTION.test(state)) return "database-unreachable";
  if (!(error instanceof Error)) return null;
  const { code } = error as NodeJS.ErrnoException;
  const isCut = SYSTEM_CODES.includes(code ?? "") || DRIVER_WORDS.test(error.message);
  return isCut ? "database-unreachable" : null;
}
