import type { Row, RowEntry, SegmentDetail } from "@/lib/core/review/bitext";
import { entryOfDetail } from "@/lib/core/review/row-index";
import { planRequests, type RowRequest } from "@/lib/core/review/row-windows";
import type { SegmentId, TranslationId } from "@/lib/core/shared/ids";
import { type Fetched, fetchJson } from "./fetch-json";

/** How long a detail that was fetched ahead may be shown without asking again. */
const AHEAD_MS = 20_000;
const RETRY_MS = 3_000;

interface Ahead {
  readonly at: number;
  readonly answer: Promise<Fetched<SegmentDetail>>;
}

/**
 * What the browser knows of one translation: the whole index, and the texts of the rows that
 * were near the screen. Outside of React, so that one row's arrival renders one row.
 */
export class BitextStore {
  private readonly rows = new Map<number, Row>();
  private readonly asked = new Set<number>();
  private readonly ahead = new Map<SegmentId, Ahead>();
  private readonly listeners = new Set<() => void>();
  private index: readonly RowEntry[];
  private fault: string | null = null;

  constructor(
    private readonly translationId: TranslationId,
    entries: readonly RowEntry[],
    rows: readonly Row[],
  ) {
    this.index = entries;
    const places = new Map(entries.map((entry, position) => [entry.id, position]));
    for (const row of rows) this.keep(row, places.get(row.id));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly entries = (): readonly RowEntry[] => this.index;
  /** Code of the last failed request, until one succeeds. */
  readonly problem = (): string | null => this.fault;
  rowAt(position: number): Row | null {
    return this.rows.get(position) ?? null;
  }

  /** Sees to it that the texts of these rows are there, or on their way. */
  need(positions: readonly number[]): void {
    const missing = positions.filter((at) => !this.rows.has(at) && !this.asked.has(at));
    if (missing.length === 0) return;
    for (const request of planRequests(missing, this.index.length)) void this.fetchRows(request);
  }

  private async fetchRows(request: RowRequest): Promise<void> {
    const positions = positionsOf(request);
    for (const at of positions) this.asked.add(at);
    const answer = await fetchJson<readonly Row[]>(`${this.address()}?${this.queryOf(request)}`);
    if (answer.ok) {
      const places = new Map(positions.map((at) => [this.index[at]?.id, at]));
      for (const row of answer.value) this.keep(row, places.get(row.id));
      for (const at of positions) this.asked.delete(at);
      const isComplete = positions.every((at) => this.rows.has(at));
      this.fault = isComplete ? null : "realigned";
    } else {
      this.fault = answer.error.code;
      setTimeout(() => {
        for (const at of positions) this.asked.delete(at);
        this.tell();
      }, RETRY_MS);
    }
    this.tell();
  }

  private queryOf(request: RowRequest): string {
    if (request.kind === "window") return `from=${request.from}&to=${request.to}`;
    return `ids=${request.positions.map((at) => this.index[at]?.id).join(",")}`;
  }

  /** Everything about the row at a position, freshly read; also brings index and row up to date. */
  async detail(position: number): Promise<Fetched<SegmentDetail>> {
    const id = this.index[position]?.id;
    if (!id) return { ok: false, error: { code: "not-found" } };
    const ahead = this.ahead.get(id);
    this.ahead.delete(id);
    const isFresh = ahead && Date.now() - ahead.at < AHEAD_MS;
    const answer = await (isFresh ? ahead.answer : this.fetchDetail(id));
    if (answer.ok) this.put(position, answer.value);
    return answer;
  }

  /** Fetches a detail that will probably be asked for next. */
  fetchAhead(position: number | null): void {
    const id = position === null ? undefined : this.index[position]?.id;
    if (id) this.ahead.set(id, { at: Date.now(), answer: this.fetchDetail(id) });
  }

  /** Takes over what a detail says about its row. */
  put(position: number, detail: SegmentDetail): void {
    this.rows.set(position, detail.row);
    this.index = this.index.with(position, entryOfDetail(detail));
    this.tell();
  }

  /** Marks a row as having, or no longer having, something of the person's own. */
  setMine(position: number, mine: boolean): void {
    const entry = this.index[position];
    if (!entry || entry.mine === mine) return;
    this.index = this.index.with(position, { ...entry, mine });
    this.tell();
  }

  /** Takes over an index in which rows have come, gone and moved; texts stay with their rows. */
  replace(entries: readonly RowEntry[]): void {
    const known = new Map([...this.rows.values()].map((row) => [row.id, row]));
    this.rows.clear();
    entries.forEach((entry, position) => {
      const row = known.get(entry.id);
      if (row) this.rows.set(position, row);
    });
    this.index = entries;
    this.tell();
  }

  /** Reads the index again. Rows that others have moved on lose their text and are fetched anew. */
  async refresh(): Promise<void> {
    const answer = await fetchJson<readonly RowEntry[]>(this.address());
    if (!answer.ok) return;
    if (isRealigned(this.index, answer.value)) {
      this.fault = "realigned";
      this.tell();
      return;
    }
    answer.value.forEach((entry, position) => {
      const known = this.index[position];
      const moved = known?.mark !== entry.mark || known.targetLength !== entry.targetLength;
      if (moved) this.rows.delete(position);
    });
    this.index = answer.value;
    this.tell();
  }

  private keep(row: Row, position: number | undefined): void {
    if (position !== undefined) this.rows.set(position, row);
  }

  private address(): string {
    return `/api/translations/${this.translationId}/rows`;
  }

  private fetchDetail(id: SegmentId): Promise<Fetched<SegmentDetail>> {
    return fetchJson<SegmentDetail>(`/api/segments/${id}`);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Are there other rows than those that this page knows? */
const isRealigned = (known: readonly RowEntry[], now: readonly RowEntry[]): boolean =>
  known.length !== now.length || known.some((entry, position) => entry.id !== now[position]?.id);

const positionsOf = (request: RowRequest): readonly number[] =>
  request.kind === "scattered"
    ? request.positions
    : Array.from({ length: request.to - request.from }, (_, index) => request.from + index);
