import type { Acknowledged } from "./check";

/** What writes while the database is killed, and how to find afterwards what it wrote. */
export interface FaultWriter {
  /** Makes what the writes need, once, in a migrated database. */
  prepare(url: string): Promise<void>;
  /** What the ids of writes stand for. */
  acknowledged(ids: readonly string[]): readonly Acknowledged[];
  /** One connection's worth of writing. */
  open(url: string): Promise<FaultSession>;
  /** Ids of all writes that are in the database, in any order, with repetitions if there are any. */
  listFound(url: string): Promise<readonly string[]>;
}

export interface FaultSession {
  /** Resolves once the write is acknowledged. Rejects when it was refused or its fate is unknown. */
  write(id: string): Promise<void>;
  close(): Promise<void>;
}
