import type { TFunction } from "i18next";
import type { ImportFault } from "@/lib/files/import-fault";
import type { Format } from "@/lib/i18n/format";
import type { Messages } from "@/lib/i18n/messages";
import type { ImportFaultSeen } from "./upload-import";

type FaultKey = keyof Messages["import"]["fault"];

/** Every refusal of the readers has a sentence, and so have those of the door. */
const KEYS = {
  empty: true,
  "too-large": true,
  "unsupported-type": true,
  binary: true,
  damaged: true,
  encrypted: true,
  "zip-bomb": true,
  nul: true,
  "bad-encoding": true,
  "malformed-text": true,
  "too-many-paragraphs": true,
  "paragraph-too-long": true,
  "too-complex": true,
  doctype: true,
  cancelled: true,
  "bad-text": true,
  "locale-exists": true,
  "sign-in-required": true,
  "not-allowed": true,
  "not-found": true,
  offline: true,
  "database-unreachable": true,
  "disk-full": true,
} as const satisfies Partial<Record<FaultKey, true>> & Record<ImportFault["code"], true>;

/** What is wrong and what to do, in the language of the page. */
export function faultText(
  t: TFunction<"import">,
  format: Format,
  fault: ImportFaultSeen,
  isPasted: boolean,
): string {
  const { code, params = {} } = fault;
  if (code === "too-large") return tooLarge(t, format, fault, isPasted);
  const key = code in KEYS ? (code as FaultKey) : "unknown";
  return t(`fault.${key}`, {
    ...params,
    found: numberOf(format, params.found),
    limit: numberOf(format, params.limit),
    paragraph: numberOf(format, params.paragraph),
    detected: String(params.detected ?? "").toUpperCase(),
    language: format.languageName(String(params.language ?? "")),
  });
}

function tooLarge(t: TFunction<"import">, format: Format, fault: ImportFaultSeen, isPasted: boolean): string {
  const { params, side } = fault;
  if (!params || !side) return t("fault.too-large-request");
  const [found, limit] = [Number(params.found), Number(params.limit)];
  return isPasted
    ? t("fault.too-large-pasted", { found: format.number(found), limit: format.number(limit) })
    : t("fault.too-large", { found: format.bytes(found), limit: format.bytes(limit) });
}

const numberOf = (format: Format, value: string | number | undefined): string =>
  typeof value === "number" ? format.number(value) : String(value ?? "");
