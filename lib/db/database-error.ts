/** What can go wrong between a start and a database that is ready; the words live with the command line. */
export type DatabaseErrorCode =
  | "data-folder-owned"
  | "data-folder-foreign"
  | "data-folder-version"
  | "data-folder-passwords"
  | "data-folder-unreadable"
  | "data-folder-unusable"
  | "database-binaries-missing"
  | "database-binaries-unreachable"
  | "database-account-missing"
  | "database-platform"
  | "database-init-failed"
  | "database-start-failed"
  | "database-unreachable"
  | "database-too-old"
  | "migration-changed"
  | "migration-failed"
  | "migration-locked"
  | "migration-unfinished"
  | "migration-unknown";

/** Thrown while a database is prepared. `code` and `params` are for messages; `message` is for logs only. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    code: DatabaseErrorCode,
    params: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = "DatabaseError";
    this.code = code;
    this.params = params;
  }
}

/** True for a `DatabaseError`, with `code` also for one of that code. */
export function isDatabaseError(error: unknown, code?: DatabaseErrorCode): error is DatabaseError {
  return error instanceof DatabaseError && (code === undefined || error.code === code);
}
