/** A zip file that was looked over before anything in it is inflated. */
import { crc32 } from "node:zlib";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { ok, type Result } from "@/lib/core/shared/result";
import { type ImportFault, refuse } from "./import-fault";
import { IMPORT_LIMITS } from "./limits";

export interface ZipPackage {
  /** Names as they stand in the file. */
  readonly names: readonly string[];
  /** Content of a member, letter case ignored as office formats demand; null if there is none. */
  read(name: string): Promise<Result<Uint8Array | null, ImportFault>>;
}

/**
 * Opens a zip and refuses what is dangerous or ambiguous: too many members, too much content or
 * too high a compression by their own account, members that share bytes, two members of one name,
 * encrypted members, symbolic links, names that lead out of the package. Nothing is inflated yet,
 * nothing is ever written to disk, and zips inside are not opened.
 */
export async function openZip(bytes: Uint8Array): Promise<Result<ZipPackage, ImportFault>> {
  const opened = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!opened.ok) return opened;
  const zip = opened.value;
  if (zip.entryCount > IMPORT_LIMITS.members) {
    return refuse("zip-bomb", { what: "members", limit: IMPORT_LIMITS.members, found: zip.entryCount });
  }
  const listed = await listMembers(zip);
  if (!listed.ok) return listed;
  const fault = checkMembers(listed.value);
  if (!fault.ok) return fault;
  const members = new Map(listed.value.map((entry) => [entry.fileName.toLowerCase(), entry]));
  return ok({
    names: listed.value.map((entry) => entry.fileName),
    async read(name) {
      const entry = members.get(name.toLowerCase());
      return entry ? inflate(zip, entry) : ok(null);
    },
  });
}

const damaged = (reason: string) => refuse("damaged", { format: "zip", reason });

function open(buffer: Buffer): Promise<Result<ZipFile, ImportFault>> {
  return new Promise((resolve) => {
    fromBuffer(buffer, { lazyEntries: true, strictFileNames: true, autoClose: false }, (error, zip) =>
      resolve(error ? damaged("no-directory") : ok(zip)),
    );
  });
}

async function listMembers(zip: ZipFile): Promise<Result<Entry[], ImportFault>> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    const isName = error instanceof Error && /path|characters in fileName/.test(error.message);
    return damaged(isName ? "unsafe-name" : "bad-directory");
  }
  return ok(entries);
}

function checkMembers(entries: readonly Entry[]): Result<void, ImportFault> {
  const names = new Set<string>();
  let inflated = 0;
  for (const entry of entries) {
    if (entry.isEncrypted()) return refuse("encrypted", { format: "zip" });
    if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) return damaged("symbolic-link");
    const name = entry.fileName.toLowerCase();
    if (name.includes("\0") || name.includes("\\")) return damaged("unsafe-name");
    if (names.has(name)) return damaged("duplicate-member");
    names.add(name);
    inflated += entry.uncompressedSize;
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    if (entry.uncompressedSize > IMPORT_LIMITS.ratioFromBytes && ratio > IMPORT_LIMITS.ratio) {
      return refuse("zip-bomb", { what: "ratio", limit: IMPORT_LIMITS.ratio, found: Math.round(ratio) });
    }
  }
  if (inflated > IMPORT_LIMITS.inflatedBytes) {
    return refuse("zip-bomb", { what: "bytes", limit: IMPORT_LIMITS.inflatedBytes, found: inflated });
  }
  return checkOverlap(entries);
}

const LOCAL_HEADER_BYTES = 30;

function checkOverlap(entries: readonly Entry[]): Result<void, ImportFault> {
  let end = 0;
  for (const entry of entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )) {
    if (entry.relativeOffsetOfLocalHeader < end) return refuse("zip-bomb", { what: "overlap" });
    end =
      entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize;
  }
  return ok(undefined);
}

/** Inflates one member, counting its real bytes: the size in the directory may be a lie. */
async function inflate(zip: ZipFile, entry: Entry): Promise<Result<Uint8Array, ImportFault>> {
  if (entry.uncompressedSize > IMPORT_LIMITS.partBytes) return tooMuch(entry.uncompressedSize);
  if (!entry.canDecodeFileData()) return damaged("compression");
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > IMPORT_LIMITS.partBytes) return tooMuch(size);
      chunks.push(chunk);
    }
  } catch (error) {
    const isLie = error instanceof Error && error.message.startsWith("too many bytes");
    return isLie ? tooMuch(size) : damaged("bad-member");
  }
  const content = Buffer.concat(chunks);
  return crc32(content) === entry.crc32 ? ok(content) : damaged("checksum");
}

const tooMuch = (found: number) =>
  refuse("zip-bomb", { what: "bytes", limit: IMPORT_LIMITS.partBytes, found });
