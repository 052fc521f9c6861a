import path from "node:path";
import { z } from "zod";
import { err, ok, type Result } from "@/lib/core/shared/result";
import { type MailSettings, readMailbox, readMailSettings } from "./mail-settings";

/** Settings that a start takes from the environment, checked. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  /** The owner of the tables, for migrations, where `databaseUrl` names a role that lacks the right. */
  readonly migrationUrl: string | null;
  readonly databasePoolSize: number;
  readonly loadsSample: boolean;
  /** The address that people use, when it is not the one that is listened on. */
  readonly publicUrl: string | null;
  readonly authSecret: string | null;
  readonly actionsKey: string | null;
  /** Null: no mail is sent. */
  readonly mail: MailSettings | null;
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
}

/** One variable that cannot be used as it stands. `expected` names the rule that it breaks. */
export interface EnvironmentProblem {
  readonly variable: string;
  readonly value: string;
  readonly expected:
    | "port"
    | "host"
    | "folder"
    | "postgres-url"
    | "pool-size"
    | "sample"
    | "web-address"
    | "secret-length"
    | "actions-key"
    | "smtp-url"
    | "mail-address"
    | "set-together"
    | "mail-together";
}

type Expected = EnvironmentProblem["expected"];

const SECRET_MIN_LENGTH = 32;
const SECRETS = new Set([
  "DATABASE_URL",
  "MIGRATION_DATABASE_URL",
  "NEXTAUTH_SECRET",
  "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
  "OIDC_CLIENT_SECRET",
  "SMTP_URL",
]);

const integer = (expected: Expected, from: number, to: number, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, expected)
    .transform(Number)
    .refine((value) => value >= from && value <= to, expected)
    .default(fallback);

const url = (expected: Expected, protocols: readonly string[]) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), expected)
    .nullable()
    .default(null);

const namesDatabase = (value: string | null): boolean =>
  value === null || (URL.canParse(value) && new URL(value).pathname.length > 1);
const namesHost = (value: string | null): boolean =>
  value === null || (URL.canParse(value) && new URL(value).hostname !== "");
const isAesKey = (value: string): boolean =>
  /^[A-Za-z0-9+/]+={0,2}$/.test(value) && [16, 24, 32].includes(Buffer.from(value, "base64").length);

const schema = z.object({
  PORT: integer("port", 1, 65_535, 3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, "host")
    .default("127.0.0.1"),
  DATA_DIR: z
    .string()
    .refine((value) => !value.includes("\0") && value.trim() === value, "folder")
    .default("data"),
  DATABASE_URL: url("postgres-url", ["postgres:", "postgresql:"]).refine(namesDatabase, "postgres-url"),
  MIGRATION_DATABASE_URL: url("postgres-url", ["postgres:", "postgresql:"]).refine(
    namesDatabase,
    "postgres-url",
  ),
  DATABASE_POOL_SIZE: integer("pool-size", 1, 500, 10),
  SAMPLE: z.enum(["load", "none"], "sample").default("load"),
  NEXTAUTH_URL: url("web-address", ["http:", "https:"]),
  NEXTAUTH_SECRET: z.string().min(SECRET_MIN_LENGTH, "secret-length").nullable().default(null),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().refine(isAesKey, "actions-key").nullable().default(null),
  OIDC_ISSUER: url("web-address", ["http:", "https:"]),
  OIDC_CLIENT_ID: z.string().nullable().default(null),
  OIDC_CLIENT_SECRET: z.string().nullable().default(null),
  SMTP_URL: url("smtp-url", ["smtp:", "smtps:"]).refine(namesHost, "smtp-url"),
  MAIL_FROM: z
    .string()
    .refine((value) => readMailbox(value) !== null, "mail-address")
    .nullable()
    .default(null),
});

type Variables = z.infer<typeof schema>;

/**
 * Reads the settings; an empty variable counts as not set. `DATA_DIR` is taken from `root` when it is relative.
 * Reports every problem at once, secrets without their values.
 */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): Result<Environment, readonly EnvironmentProblem[]> {
  const known = Object.keys(schema.shape).map((name) => [name, env[name] || undefined]);
  const parsed = schema.safeParse(Object.fromEntries(known));
  if (!parsed.success) {
    const seen = new Map(
      parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message as Expected]),
    );
    return err([...seen].map(([variable, expected]) => problem(variable, env[variable], expected)));
  }
  const missing = missingOidc(parsed.data);
  if (missing.length > 0) return err(missing.map((name) => problem(name, "", "set-together")));
  const { SMTP_URL: smtp, MAIL_FROM: from } = parsed.data;
  if (Boolean(smtp) !== Boolean(from))
    return err([problem(smtp ? "MAIL_FROM" : "SMTP_URL", "", "mail-together")]);
  return ok(environmentOf(parsed.data, root));
}

function environmentOf(variables: Variables, root: string): Environment {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = variables;
  return {
    port: variables.PORT,
    host: variables.HOST,
    dataDir: path.resolve(root, variables.DATA_DIR),
    databaseUrl: variables.DATABASE_URL,
    migrationUrl: variables.MIGRATION_DATABASE_URL,
    databasePoolSize: variables.DATABASE_POOL_SIZE,
    loadsSample: variables.SAMPLE === "load",
    publicUrl: variables.NEXTAUTH_URL,
    authSecret: variables.NEXTAUTH_SECRET,
    actionsKey: variables.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    mail: readMailSettings(variables),
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null,
  };
}

function missingOidc(variables: Variables): readonly string[] {
  const names = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
  const missing = names.filter((name) => !variables[name]);
  return missing.length === names.length ? [] : missing;
}

function problem(variable: string, value: string | undefined, expected: Expected): EnvironmentProblem {
  return { variable, value: SECRETS.has(variable) ? "" : (value ?? ""), expected };
}

/** `http://host:port` as a browser wants it: an IPv6 address in brackets, a wildcard as this machine. */
export function webAddress(host: string, port: number): string {
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
