/** Little: size, face and colours belong to the reader's device. */
export const STYLE = `body { line-height: 1.5; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-align: start; hyphens: none; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
blockquote { margin-inline: 1em; }
ul, ol { padding-inline-start: 1.25em; }
li > .block > p { margin-block: 0.25em; }
.title { font-size: 1.25em; font-weight: bold; margin-block-start: 0; }
.about, .missing, .notes { font-size: 0.85em; }
.missing { font-style: italic; }
.block.open { border-inline-start: 2px dotted; padding-inline-start: 0.5em; }
.mark { font-size: 0.75em; font-weight: normal; text-decoration: none; }
.pair { margin-block-end: 1em; }
.pair .cell + .cell { border-inline-start: 1px solid; padding-inline-start: 0.75em; }
.cell :first-child { margin-block-start: 0; }
@media (min-width: 45em) {
  .pair { display: flex; gap: 1.5em; }
  .pair .cell { flex: 1 1 0; min-inline-size: 0; }
}
`;
