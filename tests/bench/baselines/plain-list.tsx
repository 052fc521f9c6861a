// The same rows without a virtual list: what a page does that renders them all.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { diffForDisplay } from "@/lib/core/diff/display-diff";
import { diffSpans } from "@/lib/core/diff/spans";

type Pair = readonly [source: string, target: string];

function Changes({ base, next }: { readonly base: string; readonly next: string }) {
  const spans = diffSpans(base, next, diffForDisplay(base, next, { locale: "en" }));
  return (
    <p>
      {spans.map((span, index) => {
        const Element = span.kind === "deleted" ? "del" : span.kind === "inserted" ? "ins" : "span";
        // biome-ignore lint/suspicious/noArrayIndexKey: a diff is drawn as a whole
        return <Element key={index}>{span.text}</Element>;
      })}
    </p>
  );
}

function PlainList({ pairs }: { readonly pairs: readonly Pair[] }) {
  const [open, setOpen] = useState(-1);
  const [text, setText] = useState("");
  return pairs.map(([source, target], at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
    <article key={at} style={{ display: "grid", gridTemplateColumns: "1fr 3rem 1fr", gap: 16 }}>
      <p lang="de">{source}</p>
      <button type="button">{at + 1}</button>
      {at === open ? (
        <div>
          <textarea
            ref={(field) => field?.focus()}
            style={{ width: "100%" }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Changes base={target} next={text} />
        </div>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a bench, not a page for people
        <div
          className="target"
          lang="en"
          onClick={() => {
            setOpen(at);
            setText(target);
          }}
        >
          {target}
        </div>
      )}
    </article>
  ));
}

void fetch("pairs.json").then(async (answer) => {
  const root = document.getElementById("root");
  if (root) createRoot(root).render(<PlainList pairs={(await answer.json()) as readonly Pair[]} />);
});
