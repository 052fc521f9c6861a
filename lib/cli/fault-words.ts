/** The sentence for an error code of a service or an import, in English; the code itself where there is none. */
export function faultWords(fault: {
  readonly code: string;
  readonly side?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}): string {
  const detail = Object.entries(fault.params ?? {}).map(([name, value]) => `${name}: ${value}`);
  const side = fault.side && fault.side !== "both" ? ` (${fault.side})` : "";
  return `${WORDS[fault.code] ?? fault.code}${side}${detail.length > 0 ? ` [${detail.join(", ")}]` : ""}`;
}

const WORDS: Readonly<Record<string, string>> = {
  empty: "There is no text in it",
  "too-large": "The file is too large",
  "unsupported-type": "This kind of file cannot be read. Use plain text, Markdown, HTML or DOCX",
  binary: "This is no text",
  damaged: "The file is damaged",
  encrypted: "The file is encrypted. Remove the password and try again",
  "zip-bomb": "The file unpacks to far more than a document would",
  nul: "The text has NUL characters in it",
  "bad-encoding": "The encoding cannot be told. Save the file as UTF-8",
  "malformed-text": "The text is not well-formed Unicode",
  "lone-surrogate": "The text is not well-formed Unicode",
  "too-many-paragraphs": "The text has too many paragraphs",
  "paragraph-too-long": "A paragraph is too long",
  "too-complex": "Reading the file takes more memory or time than it may",
  doctype: "The file declares a DOCTYPE, which is refused",
  "not-found": "There is no such thing, or it is not for you",
  "not-allowed": "This account may not do that",
  "sign-in-required": "Say who acts: --as EMAIL",
  unreviewed: "The project publishes once enough paragraphs have been approved, and some are missing",
  "open-proposals": "The project publishes once every proposal has been decided, and some are open",
  "bad-locale": "That is no language tag. Use tags such as de, en-GB or pt-BR",
  "same-locale": "Source and target are in the same language",
  "title-required": "The document needs a title: --title",
  "locale-exists": "The document has a translation into this language already",
  "email-taken": "There is an account with this address already",
  "bad-email": "That is no e-mail address",
  "bad-name": "A name has 1 to 100 visible characters",
  "password-too-short": "A password has at least 12 characters",
  "no-such-account": "There is no account with this address",
  "last-administrator": "Somebody has to administer the installation: this is the last administrator",
};
