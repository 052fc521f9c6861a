/**
 * The only script of an article's page. Without it the links that keep the paragraph are
 * those beside each paragraph; with it, every link marked `data-keep` leads to the paragraph
 * that is now at the top of the screen and lands it at the same height, with the focus on
 * the same link where the keyboard was used. Written as a text: it is served as a file of its own
 * (reader-scripts.ts).
 *
 * Fonts and late layout move paragraphs, and the browser itself jumps to the fragment (and
 * takes the focus away) when the page has loaded: so both are put right again at each of
 * these moments, until the reader does something.
 */
export const KEEP_PLACE = `(() => {
  const KEY = "reading-place";
  const bar = document.querySelector("[data-place-line]");
  if (!bar) return;
  const lineNow = () => bar.getBoundingClientRect().bottom + 24;
  const atTop = () => {
    if (scrollY === 0) return null;
    const line = lineNow();
    for (let y = line; y < Math.max(innerHeight / 2, line + 1); y += 6) {
      const at = document.elementFromPoint(innerWidth / 2, y);
      const place = at && at.closest("[data-place]");
      if (place) return place.id.startsWith("p-") ? { id: place.id, top: place.getBoundingClientRect().top } : null;
    }
    return null;
  };
  const keep = (event) => {
    const link = event.target.closest && event.target.closest("a[data-keep]");
    if (!link) return;
    const place = atTop();
    link.hash = place ? place.id : "";
    const kept = {
      at: link.pathname + link.hash,
      top: place ? place.top : null,
      focus: event.detail === 0 ? link.dataset.keep : null,
    };
    try { sessionStorage.setItem(KEY, JSON.stringify(kept)); } catch {}
  };
  for (const type of ["click", "auxclick", "contextmenu"]) document.addEventListener(type, keep, true);

  let kept = null;
  try {
    kept = JSON.parse(sessionStorage.getItem(KEY));
    sessionStorage.removeItem(KEY);
  } catch {}
  if (!kept || kept.at !== location.pathname + location.hash) return;
  const place = kept.top === null ? null : document.getElementById(location.hash.slice(1));
  const current = kept.focus === null ? null
    : document.querySelector('[data-keep="' + CSS.escape(kept.focus) + '"]') || bar.querySelector("[aria-current]");
  let settled = false;
  const settle = () => {
    if (settled) return;
    if (current) current.focus({ preventScroll: true });
    if (!place) return;
    const box = place.getBoundingClientRect();
    const top = Math.max(kept.top, lineNow() - box.height);
    scrollTo({ top: scrollY + box.top - top, behavior: "instant" });
  };
  for (const type of ["wheel", "touchmove", "pointerdown", "keydown"])
    addEventListener(type, () => { settled = true; }, { once: true, passive: true });
  settle();
  addEventListener("DOMContentLoaded", settle);
  addEventListener("load", () => requestAnimationFrame(() => { settle(); document.fonts.ready.then(settle); }));
})();`;
