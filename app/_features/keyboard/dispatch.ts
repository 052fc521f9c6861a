import { type Binding, isSingleKey, type KeyPress, matchKeys, type Platform } from "./binding";
import type { BoundCommand } from "./registry";

/** Where a key was pressed, as far as it decides what the key may do. */
export interface Place {
  readonly inTextField: boolean;
  /** On a button or link, which Enter and Space belong to. */
  readonly onControl: boolean;
  readonly inDialog: boolean;
}

export interface KeySettings {
  readonly platform: Platform;
  readonly singleKeys: boolean;
}

const TEXT_FIELD =
  "input:not([type=checkbox],[type=radio],[type=button],[type=submit]),textarea,select,[contenteditable]:not([contenteditable=false])";
const CONTROL = "button,a[href],summary,input,[role=button],[role=menuitem],[role=option],[role=tab]";

export function placeOf(target: EventTarget | null): Place {
  const element = target instanceof Element ? target : null;
  return {
    inTextField: Boolean(element?.closest(TEXT_FIELD)),
    onControl: Boolean(element?.closest(CONTROL)),
    inDialog: Boolean(element?.closest("[aria-modal=true]")),
  };
}

function mayRun(command: BoundCommand, binding: Binding, place: Place, settings: KeySettings): boolean {
  if (place.inDialog && command.group !== "general") return false;
  if (place.inTextField && (command.outsideFields || isSingleKey(binding))) return false;
  const plain = !binding.mod && !binding.alt;
  if (plain && place.inTextField && binding.key === "Enter") return false;
  if (plain && place.onControl && (binding.key === "Enter" || binding.key === "Space")) return false;
  return settings.singleKeys || !isSingleKey(binding);
}

/** The command that a key press asks for, if any: the last one registered that may run here and now. */
export function commandFor(
  event: KeyPress & { readonly repeat: boolean },
  commands: readonly BoundCommand[],
  place: Place,
  settings: KeySettings,
): BoundCommand | null {
  const asked = commands.findLast(
    (command) =>
      (!event.repeat || command.repeat === true) &&
      command.bindings.some(
        (binding) =>
          matchKeys(event, binding, settings.platform) && mayRun(command, binding, place, settings),
      ) &&
      (command.when?.() ?? true),
  );
  return asked ?? null;
}
