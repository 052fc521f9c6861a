import { createHmac, timingSafeEqual } from "node:crypto";
import { type PreviewId, parseId } from "@/lib/core/shared/ids";

export interface PreviewClaim {
  readonly id: PreviewId;
  readonly expiresAt: Date;
}

/** Signs for this use only: a signature of the same secret for something else says nothing here. */
const PURPOSE = "gegenlesen preview 1";
const TOKEN = /^([0-9a-f-]{36})\.([0-9a-z]{1,10})\.([A-Za-z0-9_-]{43})$/;

const signature = (signed: string, secret: string): Buffer =>
  createHmac("sha256", secret).update(`${PURPOSE}\0${signed}`).digest();

/** The last part of the address of a preview: which link, until when, and that we said so. */
export function signPreview({ id, expiresAt }: PreviewClaim, secret: string): string {
  const signed = `${id}.${Math.floor(expiresAt.getTime() / 1000).toString(36)}`;
  return `${signed}.${signature(signed, secret).toString("base64url")}`;
}

/** What a token says, or null if a single character of it is not as we wrote it. Says nothing of the time. */
export function readPreviewToken(token: string, secret: string): PreviewClaim | null {
  const [, id = "", seconds = "", mark = ""] = TOKEN.exec(token) ?? [];
  const known = parseId<PreviewId>(id);
  if (!known) return null;
  const expected = signature(`${id}.${seconds}`, secret);
  const given = Buffer.from(mark, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  // the last character has bits to spare: only the one way of writing it counts
  if (given.toString("base64url") !== mark) return null;
  return { id: known, expiresAt: new Date(Number.parseInt(seconds, 36) * 1000) };
}
