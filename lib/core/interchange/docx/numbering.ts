/**
 * The numbers that a WordprocessingML document puts before its list items.
 *
 * Source: ECMA-376 part 1, 17.9. A number belongs to an instance of a list (`w:num`), which is made
 * after an abstract list; instances of one abstract list go on counting where the others stopped,
 * unless they say where they begin. What numbers look like is that of the abstract list, unless the
 * instance has a level of its own.
 */
import type { NumberStyle } from "../../document/number-style";
import { type ListNumber, listNumber } from "../../document/paragraph";
import { ok, type Result } from "../../shared/result";
import type { ReaderFault } from "../reading";
import { type Attributes, readXml, type XmlLimits } from "./xml-events";

/** Counts the items of a document's lists in their order. */
export interface ListCounter {
  /** The number of the next item of a list on a level from 0; nothing where the level has bullets or nothing. */
  next(listId: string, level: number): ListNumber;
}

export interface Numbering {
  /** A counter that has counted nothing yet. */
  startCounter(): ListCounter;
}

interface Level {
  isNumbered: boolean;
  style: NumberStyle | null;
  start: number;
}

const ORDINARY_LEVEL: Level = { isNumbered: true, style: null, start: 0 };

interface List {
  abstractId: string;
  /** Where levels of this instance begin, of those that say so. */
  readonly starts: Map<number, number>;
  /** Levels of its own: they look otherwise, but begin and count as those of the abstract list. */
  readonly levels: Map<number, Level>;
}

export const NO_NUMBERING: Numbering = { startCounter: () => ({ next: () => ({}) }) };

const BULLETS: ReadonlySet<string> = new Set(["bullet", "none"]);

/** Of `ST_NumberFormat`; all others are shown in figures. */
const STYLES: ReadonlyMap<string, NumberStyle> = new Map([
  ["lowerLetter", "lower-alpha"],
  ["upperLetter", "upper-alpha"],
  ["lowerRoman", "lower-roman"],
  ["upperRoman", "upper-roman"],
]);

const FORMAT_ELEMENTS: ReadonlySet<string> = new Set(["w:numFmt", "w:start", "w:isLgl"]);
const OFF: ReadonlySet<string> = new Set(["0", "false", "off"]);

/** Reads `numbering.xml`; null stands for a document without lists. */
export function readNumbering(xml: string | null, limits: XmlLimits): Result<Numbering, ReaderFault> {
  if (xml === null) return ok(NO_NUMBERING);
  const found = new Definitions();
  const read = readXml(xml, limits, { open: (name, attributes) => found.read(name, attributes) });
  return read.ok ? ok({ startCounter: () => new Counter(found) }) : read;
}

class Definitions {
  readonly levels = new Map<string, Map<number, Level>>();
  readonly lists = new Map<string, List>();
  private level: Level | null = null;
  private list: List | null = null;
  private overridden = 0;
  private abstractId = "";

  read(name: string, attributes: Attributes): void {
    const value = attributes.get("w:val") ?? "";
    if (name === "w:abstractNum") {
      this.abstractId = attributes.get("w:abstractNumId") ?? "";
      this.list = null;
      this.levels.set(this.abstractId, new Map());
    } else if (name === "w:num") {
      this.list = { abstractId: "", starts: new Map(), levels: new Map() };
      this.lists.set(attributes.get("w:numId") ?? "", this.list);
    } else if (name === "w:lvl") this.openLevel(Number(attributes.get("w:ilvl")));
    else if (this.level && FORMAT_ELEMENTS.has(name)) this.readLevel(this.level, name, value);
    else if (this.list) this.readInstance(this.list, name, value, attributes);
  }

  private openLevel(index: number): void {
    this.level = { ...ORDINARY_LEVEL };
    (this.list?.levels ?? this.levels.get(this.abstractId))?.set(index, this.level);
  }

  private readLevel(level: Level, name: string, value: string): void {
    if (name === "w:start") level.start = Number(value);
    else if (name === "w:isLgl") level.style = OFF.has(value) ? level.style : null;
    else {
      level.isNumbered = !BULLETS.has(value);
      level.style = STYLES.get(value) ?? null;
    }
  }

  private readInstance(list: List, name: string, value: string, attributes: Attributes): void {
    if (name === "w:abstractNumId") list.abstractId = value;
    else if (name === "w:lvlOverride") this.overridden = Number(attributes.get("w:ilvl"));
    else if (name === "w:startOverride") list.starts.set(this.overridden, Number(value));
  }
}

class Counter implements ListCounter {
  /** Of each abstract list the last number on each level. */
  private readonly counts = new Map<string, Map<number, number>>();
  private readonly begun = new Set<string>();

  constructor(private readonly definitions: Definitions) {}

  next(listId: string, level: number): ListNumber {
    const list = this.definitions.lists.get(listId);
    const levels = list && this.definitions.levels.get(list.abstractId);
    if (!list || !levels) return {};
    const counts = this.counts.get(list.abstractId) ?? new Map<number, number>();
    this.counts.set(list.abstractId, counts);
    if (!this.begun.has(listId)) {
      this.begun.add(listId);
      for (const begins of list.starts.keys()) counts.delete(begins);
    }
    const before = counts.get(level);
    const start = list.starts.get(level) ?? levels.get(level)?.start ?? 0;
    const number = before === undefined ? start : before + 1;
    counts.set(level, number);
    for (const deeper of [...counts.keys()]) if (deeper > level) counts.delete(deeper);
    const looks = list.levels.get(level) ?? levels.get(level);
    return looks?.isNumbered ? listNumber(number, looks.style) : {};
  }
}
