/** How much of anything an import may have. Sizes in bytes unless the name says otherwise. */
export const IMPORT_LIMITS = {
  /** An uploaded file. */
  fileBytes: 20_000_000,
  /** A text file that has to be parsed: HTML and Markdown build trees many times their size. */
  markupBytes: 5_000_000,
  /** Pasted text, in UTF-16 units. */
  pastedLength: 5_000_000,
  /** All members of a zip together, by their own account. */
  inflatedBytes: 100_000_000,
  /** One member that is read, counted while it is inflated. */
  partBytes: 32_000_000,
  /** Inflated to compressed size of one member; looked at from `ratioFromBytes` on. */
  ratio: 500,
  ratioFromBytes: 1_000_000,
  members: 2_000,
  /** Elements of HTML and XML, blocks of Markdown. */
  depth: 256,
  /** Attributes of one XML element. */
  attributes: 1_000,
  paragraphs: 20_000,
  /** UTF-16 units, markers included. */
  paragraphLength: 200_000,
  /** Heap of the worker that reads and aligns. */
  workerMegabytes: 768,
  /** Time that reading and aligning may take. */
  workerMilliseconds: 120_000,
  /** Workers at one time; further imports wait. */
  workers: 2,
} as const;
