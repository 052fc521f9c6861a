import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { config, proxy } from "@/proxy";

const visit = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  proxy(
    new NextRequest(`http://here.example${path}`, { method, headers: { host: "here.example", ...headers } }),
  );

const policyOf = (response: Response): string => response.headers.get("content-security-policy") ?? "";

describe("a bare address", () => {
  it("is sent to the language of the cookie or the browser, with all that stood behind it", () => {
    const german = visit("/documents?page=2", { "accept-language": "de" });
    expect(german.status).toBe(307);
    expect(german.headers.get("location")).toBe("http://here.example/de/documents?page=2");
    const cookie = visit("/", { "accept-language": "de", cookie: "ui-locale=en" });
    expect(cookie.headers.get("location")).toBe("http://here.example/en");
  });

  it("is never kept by a cache and never leads to another host", () => {
    const response = visit("//elsewhere.example/%2e%2e", { "accept-language": "de" });
    expect(new URL(response.headers.get("location") ?? "").host).toBe("here.example");
    expect(response.headers.get("cache-control")).toContain("no-store");
  });
});

describe("a page", () => {
  it("gets a policy whose nonce is new each time and reaches the renderer", () => {
    const [first, second] = [visit("/de"), visit("/de")];
    const nonce = /'nonce-([A-Za-z0-9+/=]{24})'/.exec(policyOf(first))?.[1];
    expect(nonce).toBeDefined();
    expect(policyOf(second)).not.toContain(nonce);
    expect(first.headers.get("x-middleware-request-x-nonce")).toBe(nonce);
    expect(first.headers.get("x-middleware-request-content-security-policy")).toBe(policyOf(first));
  });

  it("may run no script but ours and stand in no frame", () => {
    const policy = policyOf(visit("/en/documents"));
    for (const part of [
      "form-action 'self';",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "'strict-dynamic'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(/script-src[^;]*/.exec(policy)?.[0]).not.toMatch(/unsafe|http|\*/);
  });

  it("may style nothing inline, but for the workbench", () => {
    const styles = (path: string) => /style-src[^;]*/.exec(policyOf(visit(path)))?.[0];
    for (const path of [
      "/en",
      "/de/articles/salt/en/report",
      "/en/reports/x",
      "/en/nothing",
      "/en/reviewed",
    ]) {
      expect(styles(path), path).toBe("style-src 'self'");
    }
    for (const path of ["/en/review/x", "/de/queue", "/de/sign-in", "/en/admin/users"]) {
      expect(styles(path), path).toBe("style-src 'self' 'unsafe-inline'");
    }
  });

  it("overwrites the nonce and the address that a visitor sent along", () => {
    const response = visit("/de/read?page=2", { "x-nonce": "guessed", "x-address": "//elsewhere.example" });
    expect(response.headers.get("x-middleware-request-x-nonce")).not.toBe("guessed");
    expect(response.headers.get("x-middleware-request-x-address")).toBe("/de/read?page=2");
  });
});

describe("the language cookie", () => {
  it("is set by a switch and by nothing else", () => {
    const referer = "http://here.example/de/read";
    expect(visit("/en/read", { referer }).cookies.get("ui-locale")?.value).toBe("en");
    expect(visit("/en/read", { referer, cookie: "ui-locale=en" }).cookies.get("ui-locale")).toBeUndefined();
    expect(visit("/en/read").cookies.get("ui-locale")).toBeUndefined();
    expect(visit("/en/read", { referer: "not an address" }).cookies.get("ui-locale")).toBeUndefined();
    expect(
      visit("/en/read", { referer, "sec-purpose": "prefetch" }).cookies.get("ui-locale"),
    ).toBeUndefined();
    expect(visit("/en/read", { referer }, "POST").cookies.get("ui-locale")).toBeUndefined();
  });
});

describe("the matcher", () => {
  const [pattern] = config.matcher;
  const matches = (path: string): boolean => new RegExp(`^${pattern}$`).test(path);

  it("takes pages, also those with a dot, and leaves out files and the interface for programs", () => {
    for (const path of ["/", "/de", "/de/read/a.b", "/api", "/icon.svg/x"]) expect(matches(path)).toBe(true);
    for (const path of ["/api/health", "/_next/static/x.js", "/icon.svg", "/favicon.ico"]) {
      expect(matches(path)).toBe(false);
    }
  });
});
