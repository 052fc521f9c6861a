import { describe, expect, it, vi } from "vitest";
import { type KeyPress, matchKeys, type Platform, parseKeys } from "@/app/_features/keyboard/binding";
import { commandFor, type Place } from "@/app/_features/keyboard/dispatch";
import { findCommands } from "@/app/_features/keyboard/find-commands";
import { type Command, createCommandRegistry } from "@/app/_features/keyboard/registry";

type Modifiers = "ctrl" | "meta" | "alt" | "shift" | "AltGraph" | "composing";

const press = (key: string, code: string, ...held: readonly Modifiers[]): KeyPress & { repeat: boolean } => ({
  key,
  code,
  ctrlKey: held.includes("ctrl"),
  metaKey: held.includes("meta"),
  altKey: held.includes("alt"),
  shiftKey: held.includes("shift"),
  isComposing: held.includes("composing"),
  repeat: false,
  getModifierState: (name) => name === "AltGraph" && held.includes("AltGraph"),
});

describe("matchKeys", () => {
  it.each<[string, Platform, KeyPress]>([
    ["Mod+Enter", "other", press("Enter", "Enter", "ctrl")],
    ["Mod+Enter", "other", press("Enter", "NumpadEnter", "ctrl")],
    ["Mod+Enter", "mac", press("Enter", "Enter", "meta")],
    ["Mod+Shift+Enter", "other", press("Enter", "Enter", "ctrl", "shift")],
    ["Mod+K", "other", press("k", "KeyK", "ctrl")],
    ["Mod+K", "other", press("л", "KeyK", "ctrl")], // Russian layout
    ["Mod+Z", "other", press("z", "KeyY", "ctrl")], // German layout: Z is printed where US has Y
    ["Alt+C", "other", press("c", "KeyC", "alt")],
    ["Alt+C", "mac", press("ç", "KeyC", "ctrl", "alt")], // Option types a character
    ["Alt+M", "mac", press("µ", "KeyM", "ctrl", "alt")],
    ["Alt+1", "other", press("&", "Digit1", "alt")], // French layout
    ["Alt+9", "other", press("9", "Numpad9", "alt")],
    ["Alt+ArrowDown", "other", press("ArrowDown", "ArrowDown", "alt")],
    ["Alt+ArrowDown", "mac", press("ArrowDown", "ArrowDown", "alt")],
    ["Alt+Shift+ArrowUp", "other", press("ArrowUp", "ArrowUp", "alt", "shift")],
    ["Alt+Backspace", "mac", press("Backspace", "Backspace", "alt")],
    ["?", "other", press("?", "Minus", "shift")], // German layout
    ["?", "other", press("?", "Slash", "shift")],
    ["J", "other", press("j", "KeyJ")],
    ["J", "other", press("J", "KeyJ")], // Caps Lock
    ["Space", "other", press(" ", "Space")],
    ["Shift+Space", "other", press(" ", "Space", "shift")],
    ["F2", "other", press("F2", "F2")],
  ])("hears %s on %s", (keys, platform, event) => {
    expect(matchKeys(event, parseKeys(keys), platform)).toBe(true);
  });

  it.each<[string, Platform, KeyPress]>([
    ["Mod+Enter", "other", press("Enter", "Enter")],
    ["Mod+Enter", "other", press("Enter", "Enter", "meta")],
    ["Mod+Enter", "mac", press("Enter", "Enter", "ctrl")],
    ["Mod+Enter", "other", press("Enter", "Enter", "ctrl", "shift")],
    ["Mod+Enter", "other", press("Enter", "Enter", "ctrl", "composing")],
    ["Mod+Z", "other", press("y", "KeyZ", "ctrl")], // German layout: this prints Y
    ["Alt+C", "mac", press("ç", "KeyC", "alt")], // this is how a Mac types ç
    ["Alt+M", "other", press("µ", "KeyM", "ctrl", "alt", "AltGraph")],
    ["Alt+M", "other", press("m", "KeyM", "ctrl", "alt")], // Windows reports AltGr so
    ["J", "other", press("j", "KeyJ", "ctrl")],
    ["J", "other", press("j", "KeyJ", "shift")],
    ["Space", "other", press(" ", "Space", "shift")],
    ["?", "other", press("?", "Slash", "ctrl", "shift")],
  ])("does not take %s on %s for another chord", (keys, platform, event) => {
    expect(matchKeys(event, parseKeys(keys), platform)).toBe(false);
  });
});

describe("parseKeys", () => {
  it.each([
    ..."WTNPSL".split("").map((letter) => `Mod+${letter}`),
    ..."ANPTWC".split("").map((letter) => `Mod+Shift+${letter}`),
    ..."QEM70".split("").map((key) => `Mod+Alt+${key}`),
    "Mod+0",
    "Mod+-",
    "Alt+D",
    "Alt+ArrowLeft",
    "Alt+ArrowRight",
    "F5",
    "F6",
    "F7",
    "Tab",
  ])("refuses %s", (keys) => {
    expect(() => parseKeys(keys)).toThrow(/belong to|No such keys/);
  });

  it.each(["", "Alt+", "Hyper+J", "Mod+Entre", "Ctrl+K"])("refuses what is no chord: %s", (keys) => {
    expect(() => parseKeys(keys)).toThrow("No such keys");
  });

  it("lets the chords of the recommended set through", () => {
    const recommended =
      "Mod+Enter Mod+Shift+Enter Alt+ArrowDown Alt+Shift+ArrowUp F2 Enter Escape Mod+Z Mod+Shift+Z Alt+1 Alt+9 Alt+C Alt+M Alt+Backspace Alt+Shift+D Alt+K Alt+T Alt+N Mod+K ? J K A R H U Space Shift+Space";
    for (const keys of recommended.split(" ")) expect(() => parseKeys(keys)).not.toThrow();
  });
});

const OPEN: Place = { inTextField: false, onControl: false, inDialog: false };
const command = (id: string, keys: string, more: Partial<Command> = {}): Command => ({
  id,
  keys,
  label: id,
  group: "row",
  run: () => undefined,
  ...more,
});

function asked(
  commands: readonly Command[],
  event: KeyPress & { repeat: boolean },
  place = OPEN,
  singleKeys = true,
) {
  const registry = createCommandRegistry();
  registry.fill(registry.open(), commands);
  return commandFor(event, registry.list(), place, { platform: "other", singleKeys })?.id ?? null;
}

describe("a key press", () => {
  const j = press("j", "KeyJ");
  const submit = press("Enter", "Enter", "ctrl");

  it("runs a single key outside text fields only, and only while they are switched on", () => {
    expect(asked([command("next", "J")], j)).toBe("next");
    expect(asked([command("next", "J")], j, { ...OPEN, inTextField: true })).toBeNull();
    expect(asked([command("next", "J")], j, OPEN, false)).toBeNull();
    expect(asked([command("submit", "Mod+Enter")], submit, { ...OPEN, inTextField: true }, false)).toBe(
      "submit",
    );
  });

  it("leaves to text fields what they have their own meaning for", () => {
    const undo = command("undo", "Mod+Z", { outsideFields: true });
    expect(asked([undo], press("z", "KeyZ", "ctrl"))).toBe("undo");
    expect(asked([undo], press("z", "KeyZ", "ctrl"), { ...OPEN, inTextField: true })).toBeNull();
  });

  it("leaves Enter and Space to the button that has the focus", () => {
    const onButton = { ...OPEN, onControl: true };
    expect(asked([command("open", "Enter")], press("Enter", "Enter"), onButton)).toBeNull();
    expect(asked([command("hunk", "Space")], press(" ", "Space"), onButton)).toBeNull();
    expect(asked([command("open", "Enter")], press("Enter", "Enter"))).toBe("open");
    expect(
      asked([command("open", "Enter")], press("Enter", "Enter"), { ...OPEN, inTextField: true }),
    ).toBeNull();
  });

  it("does not decide again while the key is held down, but goes on moving", () => {
    expect(asked([command("submit", "Mod+Enter")], { ...submit, repeat: true })).toBeNull();
    expect(asked([command("next", "J", { repeat: true })], { ...j, repeat: true })).toBe("next");
  });

  it("reaches nothing behind a dialog but what is general", () => {
    const inDialog = { ...OPEN, inDialog: true };
    expect(asked([command("next", "J")], j, inDialog)).toBeNull();
    expect(asked([command("help", "J", { group: "general" })], j, inDialog)).toBe("help");
  });

  it("takes the latest command that makes sense just now", () => {
    const commands = [
      command("first", "J"),
      command("second", "J"),
      command("third", "J", { when: () => false }),
    ];
    expect(asked(commands, j)).toBe("second");
  });
});

describe("the registry", () => {
  it("tells its listeners about new commands, not about new closures", () => {
    const registry = createCommandRegistry();
    const listener = vi.fn();
    registry.subscribe(listener);
    const slot = registry.open();
    registry.fill(slot, [command("a", "J")]);
    registry.fill(slot, [command("a", "J")]);
    expect(listener).toHaveBeenCalledTimes(1);
    registry.fill(slot, [command("a", "J", { label: "another" })]);
    expect(listener).toHaveBeenCalledTimes(2);
    registry.close(slot);
    expect(listener).toHaveBeenCalledTimes(3);
    expect(registry.list()).toEqual([]);
  });

  it("runs the newest closure", () => {
    const registry = createCommandRegistry();
    const slot = registry.open();
    const [old, fresh] = [vi.fn(), vi.fn()];
    registry.fill(slot, [command("a", "J", { run: old })]);
    registry.fill(slot, [command("a", "J", { run: fresh })]);
    registry.list()[0]?.run();
    expect(old).not.toHaveBeenCalled();
    expect(fresh).toHaveBeenCalledOnce();
  });
});

describe("findCommands", () => {
  const entries = ["Gehe zur Prüfliste", "Vorschlag annehmen", "Großschreibung prüfen"].map((label) => ({
    label,
  }));
  const found = (query: string) => findCommands(entries, query).map(({ label }) => label);

  it("finds by parts of words, without accents and case", () => {
    expect(found("prufl")).toEqual(["Gehe zur Prüfliste"]);
    expect(found("GROSS")).toEqual(["Großschreibung prüfen"]);
    expect(found("anneh vorschl")).toEqual(["Vorschlag annehmen"]);
    expect(found("zzz")).toEqual([]);
  });

  it("puts beginnings of words first and everything when nothing is asked", () => {
    expect(found("ng")).toEqual(["Großschreibung prüfen"]);
    expect(found("")).toHaveLength(3);
    expect(
      findCommands([{ label: "abfragen" }, { label: "Fragen" }], "frag").map(({ label }) => label),
    ).toEqual(["Fragen", "abfragen"]);
  });
});
