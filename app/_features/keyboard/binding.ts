/** Keyboards differ in this alone: which key is "the command key", and what Alt does to a letter. */
export type Platform = "mac" | "other";

/** One chord, read from text such as "Mod+Shift+Enter", "Alt+C", "J" or "?". */
export interface Binding {
  /** A letter in lower case, a digit, a sign, or the name that `KeyboardEvent.key` has for it. */
  readonly key: string;
  /** Ctrl; Cmd on a Mac. */
  readonly mod: boolean;
  /** Alt; on a Mac Option, and Ctrl+Option for letters and digits, because Option+C types "ç". */
  readonly alt: boolean;
  readonly shift: boolean;
}

/** What matching needs of a KeyboardEvent. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing?: boolean;
  getModifierState?(modifier: string): boolean;
}

const NAMED = new Set([
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "Backspace",
  "Delete",
  "End",
  "Enter",
  "Escape",
  "F1",
  "F2",
  "F3",
  "F4",
  "F8",
  "F9",
  "F10",
  "Home",
  "PageDown",
  "PageUp",
  "Space",
  "Tab",
]);

const isLetter = (key: string): boolean => /^[a-z]$/.test(key);
const isDigit = (key: string): boolean => /^[0-9]$/.test(key);

/** Reads a chord. Throws at a name that no keyboard has and at a chord that nobody may bind. */
export function parseKeys(keys: string): Binding {
  const parts = keys.split("+");
  const last = parts.pop() ?? "";
  const key = last.length === 1 ? last.toLowerCase() : last;
  const known = key.length === 1 ? /\S/.test(key) : NAMED.has(key);
  const modifiers = new Set(parts);
  if (!known || [...modifiers].some((name) => !["Mod", "Alt", "Shift"].includes(name))) {
    throw new Error(`No such keys: ${keys}`);
  }
  const binding = {
    key,
    mod: modifiers.has("Mod"),
    alt: modifiers.has("Alt"),
    shift: modifiers.has("Shift"),
  };
  if (isTaken(binding)) throw new Error(`These keys belong to browsers or keyboards: ${keys}`);
  return binding;
}

/**
 * Chords that must stay with the browser, or that type a character: AltGr is Ctrl+Alt on
 * many keyboards, so Mod+Alt is safe with named keys only.
 */
function isTaken({ key, mod, alt, shift }: Binding): boolean {
  const single = key.length === 1;
  if (mod && alt) return single;
  if (alt) return (key === "d" && !shift) || key === "ArrowLeft" || key === "ArrowRight" || key === "Tab";
  if (mod && shift) return "acnptw".includes(key) && single;
  if (mod) return key === "Tab" || (single && "wtnpsl+-0".includes(key));
  return key === "Tab";
}

/** A chord without Ctrl, Cmd or Alt that a person could type by speaking or by accident (WCAG 2.1.4). */
export const isSingleKey = ({ key, mod, alt }: Binding): boolean =>
  !mod && !alt && (key.length === 1 || key === "Space");

/** Does this key press say this chord on this platform? Never while text is being composed or AltGr is held. */
export function matchKeys(event: KeyPress, binding: Binding, platform: Platform): boolean {
  if (event.isComposing || event.getModifierState?.("AltGraph")) return false;
  return sameModifiers(event, binding, platform) && sameKey(event, binding, platform);
}

function sameModifiers(event: KeyPress, binding: Binding, platform: Platform): boolean {
  const characterKey = isLetter(binding.key) || isDigit(binding.key);
  const mac = platform === "mac";
  const ctrl = mac ? binding.alt && characterKey : binding.mod;
  const isSign = binding.key.length === 1 && !characterKey; // "?" is Shift+ß in one place, Shift+/ in another
  return (
    event.ctrlKey === ctrl &&
    event.metaKey === (mac && binding.mod) &&
    event.altKey === binding.alt &&
    (isSign || event.shiftKey === binding.shift)
  );
}

/**
 * Letters follow the layout (Z is where it is printed), but by their place where the
 * layout gives no Latin letter: under Cyrillic, and under Option on a Mac. Digits go by
 * place, because French keyboards need Shift for them.
 */
function sameKey(event: KeyPress, binding: Binding, platform: Platform): boolean {
  const { key } = binding;
  if (isDigit(key)) return event.code === `Digit${key}` || event.code === `Numpad${key}`;
  if (!isLetter(key)) return event.key === (key === "Space" ? " " : key);
  const typed = event.key.toLowerCase();
  const byPlace = (platform === "mac" && binding.alt) || !isLetter(typed);
  return byPlace ? event.code === `Key${key.toUpperCase()}` : typed === key;
}
