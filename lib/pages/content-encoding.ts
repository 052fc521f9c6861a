/** The forms in which a page is kept, the smallest first. */
export const ENCODINGS = ["br", "gzip", "identity"] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** What browsers send are a handful of texts; a flood of others must not fill the memory. */
const MOST_KNOWN = 200;
const known = new Map<string, Encoding | null>();

/**
 * The encoding that an Accept-Encoding header wants most (RFC 9110, 12.5.3); of equal ones the smallest. Null: it
 * refuses all, the unencoded form included.
 */
export function chooseEncoding(header: string | undefined): Encoding | null {
  if (header === undefined) return "identity";
  const before = known.get(header);
  if (before !== undefined) return before;
  const choice = choose(header);
  if (known.size < MOST_KNOWN && header.length <= 200) known.set(header, choice);
  return choice;
}

function choose(header: string): Encoding | null {
  const weights = readWeights(header);
  const any = weights.get("*");
  const weightOf = (encoding: Encoding): number => {
    const named = weights.get(encoding) ?? (encoding === "gzip" ? weights.get("x-gzip") : undefined);
    // the unencoded form need not be named, and comes after what is
    return named ?? (encoding === "identity" ? (any === 0 ? 0 : 0.0001) : (any ?? 0));
  };
  const wanted = ENCODINGS.map((encoding) => ({ encoding, weight: weightOf(encoding) })).filter(
    ({ weight }) => weight > 0,
  );
  return wanted.sort((a, b) => b.weight - a.weight)[0]?.encoding ?? null;
}

function readWeights(header: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.slice(0, 1000).split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    const weight = quality === undefined ? 1 : Number(quality);
    if (name !== "" && weight >= 0 && weight <= 1) weights.set(name, weight);
  }
  return weights;
}
