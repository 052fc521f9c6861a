import { type Binding, parseKeys } from "./binding";

export type CommandGroup = "general" | "navigation" | "row" | "edit" | "review";

/** One thing that a page can do: bound to keys, listed in the help, found in the palette. */
export interface Command {
  readonly id: string;
  /** One chord or several that do the same. Without any, the palette alone offers it. */
  readonly keys?: string | readonly string[];
  /** In the language of the page. */
  readonly label: string;
  readonly group: CommandGroup;
  readonly run: () => void;
  /** Does it make sense just now? Asked at every key press and when the palette opens. */
  readonly when?: () => boolean;
  /** Also while a key is held down: moving does, deciding does not. */
  readonly repeat?: boolean;
  /** Leave the chord to text fields, which have their own meaning for it (undo, for one). */
  readonly outsideFields?: boolean;
}

export interface BoundCommand extends Command {
  readonly bindings: readonly Binding[];
}

interface Slot {
  commands: readonly BoundCommand[];
  shape: string;
}

/** The commands of all mounted components. Where two have the same id, the later one counts. */
export interface CommandRegistry {
  /** A place for the commands of one component. */
  open(): Slot;
  fill(slot: Slot, commands: readonly Command[]): void;
  close(slot: Slot): void;
  list(): readonly BoundCommand[];
  subscribe(listener: () => void): () => void;
}

/** The chords of a command as they were written. */
export const keysOf = ({ keys = [] }: Command): readonly string[] =>
  typeof keys === "string" ? [keys] : keys;

const bind = (command: Command): BoundCommand => ({
  ...command,
  bindings: keysOf(command).map(parseKeys),
});

const shapeOf = (commands: readonly Command[]): string =>
  JSON.stringify(commands.map(({ id, keys, label, group }) => [id, keys, label, group]));

export function createCommandRegistry(): CommandRegistry {
  const slots = new Set<Slot>();
  const listeners = new Set<() => void>();
  let listed: readonly BoundCommand[] = [];

  const relist = () => {
    const byId = new Map<string, BoundCommand>();
    for (const slot of slots) for (const command of slot.commands) byId.set(command.id, command);
    listed = [...byId.values()];
  };
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    open() {
      const slot: Slot = { commands: [], shape: "" };
      slots.add(slot);
      return slot;
    },
    fill(slot, commands) {
      const shape = shapeOf(commands);
      const changed = shape !== slot.shape;
      slots.add(slot);
      slot.commands = commands.map(bind);
      slot.shape = shape;
      relist();
      if (changed) tell();
    },
    close(slot) {
      slots.delete(slot);
      relist();
      tell();
    },
    list: () => listed,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
