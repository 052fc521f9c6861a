/** What the elements of HTML mean for a translator. */
import type { DefaultTreeAdapterMap } from "parse5";
import type { Wrap } from "./inline-piece";

const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Begin and end a paragraph. */
export const BLOCK_ELEMENTS = set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section select summary table tbody td textarea tfoot th thead tr ul xmp",
);

/** Not text of the document, with everything inside. */
export const IGNORED_ELEMENTS = set(
  "applet audio base canvas datalist embed head iframe input link meta meter noembed noframes noscript object param progress rp rt script source style svg template title track video",
);

export const PREFORMATTED_ELEMENTS = set("pre listing plaintext xmp textarea");

export const LIST_ELEMENTS = set("ul ol menu dir");

const FORMATS: ReadonlyMap<string, Wrap["kind"]> = new Map(
  Object.entries({
    b: "bold",
    strong: "bold",
    i: "italic",
    em: "italic",
    cite: "italic",
    dfn: "italic",
    var: "italic",
    u: "underline",
    ins: "underline",
    s: "strike",
    strike: "strike",
    del: "strike",
    code: "code",
    kbd: "code",
    samp: "code",
    tt: "code",
    sup: "superscript",
    sub: "subscript",
  } as const),
);

/** The format that an element gives its content, if any. Links are not among them. */
export const formatOfElement = (name: string): Wrap["kind"] | undefined => FORMATS.get(name);

/** The value of an attribute; undefined if the element does not have it. */
export const attribute = (element: DefaultTreeAdapterMap["element"], name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;
