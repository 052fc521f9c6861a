import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { environmentWords } from "@/lib/cli/start/problem-words";
import { type Environment, readEnvironment, webAddress } from "@/lib/config/environment";
import { loadSecrets } from "@/lib/config/secrets";

const root = "/srv/gegenlesen";

function problemsOf(env: Record<string, string>): string[] {
  const read = readEnvironment(env, root);
  return read.ok ? [] : read.error.map((problem) => `${problem.variable} ${problem.expected}`);
}

function settingsOf(env: Record<string, string>): Environment {
  const read = readEnvironment(env, root);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe("the environment", () => {
  it("has a default for everything, and takes an empty variable for none", () => {
    const defaults = settingsOf({});
    expect(defaults).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      dataDir: "/srv/gegenlesen/data",
      databaseUrl: null,
      migrationUrl: null,
      loadsSample: true,
      mail: null,
      oidc: null,
    });
    expect(settingsOf({ PORT: "", DATABASE_URL: "", DATA_DIR: "" })).toEqual(defaults);
  });

  it.each([
    [{ PORT: "0" }, "PORT port"],
    [{ PORT: "65536" }, "PORT port"],
    [{ PORT: "3000; rm" }, "PORT port"],
    [{ PORT: "1e3" }, "PORT port"],
    [{ HOST: "http://x" }, "HOST host"],
    [{ DATA_DIR: "a\0b" }, "DATA_DIR folder"],
    [{ DATA_DIR: " data" }, "DATA_DIR folder"],
    [{ DATABASE_URL: "foo" }, "DATABASE_URL postgres-url"],
    [{ DATABASE_URL: "mysql://h/db" }, "DATABASE_URL postgres-url"],
    [{ DATABASE_URL: "postgresql://h:5432" }, "DATABASE_URL postgres-url"],
    [{ DATABASE_POOL_SIZE: "0" }, "DATABASE_POOL_SIZE pool-size"],
    [{ SAMPLE: "no" }, "SAMPLE sample"],
    [{ SMTP_URL: "https://mail.example.org", MAIL_FROM: "a@example.org" }, "SMTP_URL smtp-url"],
    [{ SMTP_URL: "smtp:", MAIL_FROM: "a@example.org" }, "SMTP_URL smtp-url"],
    [{ SMTP_URL: "smtp://h", MAIL_FROM: "a@example.org\r\nBcc: b@example.org" }, "MAIL_FROM mail-address"],
    [{ SMTP_URL: "smtp://h", MAIL_FROM: "Gegenlesen <a@b, c@d>" }, "MAIL_FROM mail-address"],
    [{ SMTP_URL: "smtp://h" }, "MAIL_FROM mail-together"],
    [{ MAIL_FROM: "a@example.org" }, "SMTP_URL mail-together"],
    [{ NEXTAUTH_URL: "javascript:alert(1)" }, "NEXTAUTH_URL web-address"],
    [{ NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET secret-length"],
    [
      { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "x".repeat(30) },
      "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY actions-key",
    ],
  ])("refuses %j", (env, problem) => {
    expect(problemsOf(env)).toEqual([problem]);
  });

  it("reports every problem at once, in words that say what to do and repeat no secret", () => {
    const read = readEnvironment(
      { PORT: "x", NEXTAUTH_SECRET: "hunter2", DATABASE_URL: "user:hunter2" },
      root,
    );
    const words = read.ok ? [] : read.error.map(environmentWords);
    expect(words).toHaveLength(3);
    expect(words.join("\n")).not.toContain("hunter2");
    expect(words[0]).toBe("PORT=x must be a number from 1 to 65535. Example: PORT=3001.");
  });

  it("wants the three settings of a sign-in provider together", () => {
    expect(problemsOf({ OIDC_ISSUER: "https://id.example.org" })).toEqual([
      "OIDC_CLIENT_ID set-together",
      "OIDC_CLIENT_SECRET set-together",
    ]);
    const env = { OIDC_ISSUER: "https://id.example.org", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "b" };
    expect(settingsOf(env).oidc).toEqual({
      issuer: "https://id.example.org",
      clientId: "a",
      clientSecret: "b",
    });
  });

  it("takes the sender of mail with a name or without, and repeats no password of a mail server", () => {
    const sender = (from: string) =>
      settingsOf({ SMTP_URL: "smtp://u:hunter2@h:25", MAIL_FROM: from }).mail?.from;
    expect(sender("a@example.org")).toEqual({ name: "", address: "a@example.org" });
    expect(sender("Die Redaktion <a@example.org>")).toEqual({
      name: "Die Redaktion",
      address: "a@example.org",
    });
    expect(sender('"Redaktion, die" <a@example.org>')).toEqual({
      name: "Redaktion, die",
      address: "a@example.org",
    });
    const read = readEnvironment({ SMTP_URL: "smpt://u:hunter2@h", MAIL_FROM: "a@example.org" }, root);
    expect(read.ok ? "" : read.error.map(environmentWords).join()).toMatch(/^SMTP_URL must be/);
    expect(JSON.stringify(read)).not.toContain("hunter2");
  });

  it("writes addresses as browsers want them", () => {
    expect(webAddress("127.0.0.1", 3000)).toBe("http://127.0.0.1:3000");
    expect(webAddress("::1", 80)).toBe("http://[::1]:80");
    expect(webAddress("0.0.0.0", 3000)).toBe("http://localhost:3000");
  });
});

describe("the secrets", () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "gegenlesen-test-secrets-"));
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it("are made once, kept privately, and give way to those of the environment", () => {
    const environment = settingsOf({ DATA_DIR: dataDir });
    const first = loadSecrets(environment);
    expect(loadSecrets(environment)).toEqual(first);
    expect(Buffer.from(first.actionsKey, "base64")).toHaveLength(32);
    expect(statSync(path.join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
    const authSecret = "s".repeat(32);
    expect(loadSecrets(settingsOf({ DATA_DIR: dataDir, NEXTAUTH_SECRET: authSecret }))).toEqual({
      ...first,
      authSecret,
    });
  });

  it("are not silently replaced when their file is damaged", () => {
    const environment = settingsOf({ DATA_DIR: dataDir });
    loadSecrets(environment);
    writeFileSync(path.join(dataDir, "secrets.json"), "{");
    expect(() => loadSecrets(environment)).toThrow();
  });
});
