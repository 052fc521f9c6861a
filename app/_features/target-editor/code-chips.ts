import { type Extension, RangeSetBuilder } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from "@codemirror/view";
import { type CodeRange, findCodeRanges } from "./code-ranges";

/** How a chip is named to people who hear it. */
export type NameCode = (role: CodeRange["role"], id: number) => string;

const PRINT = {
  open: (id: number) => `${id}›`,
  close: (id: number) => `‹${id}`,
  empty: (id: number) => `‹${id}›`,
};

class Chip extends WidgetType {
  constructor(
    private readonly role: CodeRange["role"],
    private readonly id: number,
    private readonly name: string,
  ) {
    super();
  }

  override eq(other: Chip): boolean {
    return other.role === this.role && other.id === this.id;
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement("span");
    chip.className = "cm-code-chip";
    chip.textContent = PRINT[this.role](this.id);
    chip.title = this.name;
    chip.setAttribute("aria-label", this.name);
    chip.setAttribute("role", "img");
    chip.dir = "ltr";
    return chip;
  }
}

/**
 * Shows the markers of inline codes as chips that the cursor steps over and that are deleted
 * whole. The value keeps them as text.
 */
export function codeChips(codes: ReadonlySet<number>, name: NameCode): Extension {
  const chipsOf = (view: EditorView): DecorationSet => {
    const builder = new RangeSetBuilder<Decoration>();
    for (const { from, to, role, id } of findCodeRanges(view.state.doc.toString(), codes)) {
      builder.add(from, to, Decoration.replace({ widget: new Chip(role, id, name(role, id)) }));
    }
    return builder.finish();
  };
  const plugin = ViewPlugin.fromClass(
    class {
      chips: DecorationSet;

      constructor(view: EditorView) {
        this.chips = chipsOf(view);
      }

      update(update: ViewUpdate): void {
        if (update.docChanged) this.chips = chipsOf(update.view);
      }
    },
    {
      decorations: (value) => value.chips,
      provide: (self) => EditorView.atomicRanges.of((view) => view.plugin(self)?.chips ?? Decoration.none),
    },
  );
  return codes.size === 0 ? [] : plugin;
}
