import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { type FittedText, fitText, type TextBox } from "@/lib/core/publication/fit-text";
import { textDirection } from "@/lib/core/text/locale";
import { canDraw, type Face, familiesFor } from "./fonts";

/** What a picture says. */
export interface ArticlePicture {
  readonly title: string;
  readonly locale: string;
  /** The name of the language. */
  readonly language: string;
  /** Who has translated and checked, in `captionLocale`. */
  readonly caption: string;
  readonly captionLocale: string;
}

/** What networks and messengers ask for, in pixels. */
export const PICTURE = { width: 1200, height: 630 } as const;

/** To be raised with every change of how pictures look: caches ask by it. */
export const PICTURE_VERSION = 1;

/** The light colours of app/_ui/tokens.css; a test holds them together. */
export const COLOURS = {
  paper: "#fbfaf7",
  ink: "#1e2426",
  "ink-soft": "#545c5f",
  line: "#dedbd3",
  accent: "#1b5e6b",
} as const;

const EDGE = 72;
const WIDTH = PICTURE.width - 2 * EDGE;
const TITLE: TextBox = { width: WIDTH, height: 316, sizes: [76, 66, 58, 50, 44], leading: 1.22 };
const CAPTION: TextBox = { width: WIDTH, height: 76, sizes: [28, 25], leading: 1.36 };
const SITE = "Gegenlesen";

/**
 * Draws the picture of an article as PNG. A title never leaves its place, whatever its length
 * and script; one whose letters no font here has is left out, since boxes would say nothing.
 */
export async function drawArticlePicture(picture: ArticlePicture): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = createCanvas(PICTURE.width, PICTURE.height);
  const context = canvas.getContext("2d");
  context.fillStyle = COLOURS.paper;
  context.fillRect(0, 0, PICTURE.width, PICTURE.height);
  context.fillStyle = COLOURS.accent;
  context.fillRect(0, 0, PICTURE.width, 12);
  const mirrored = textDirection(picture.locale) === "rtl";
  drawSign(context, mirrored ? PICTURE.width - EDGE - 52 : EDGE);
  drawHead(context, picture.language, mirrored);
  const title = shown(picture.title);
  if (canDraw(title, "text")) {
    const style: Style = { face: "text", weight: 600, colour: COLOURS.ink, locale: picture.locale };
    drawLines(context, style, title, TITLE, { from: 160, to: 160 + TITLE.height });
  }
  const style: Style = {
    face: "ui",
    weight: 450,
    colour: COLOURS["ink-soft"],
    locale: picture.captionLocale,
  };
  drawLines(context, style, shown(picture.caption), CAPTION, { from: 522, to: 522 + CAPTION.height });
  context.fillStyle = COLOURS.line;
  context.fillRect(EDGE, 508, WIDTH, 2);
  return new Uint8Array(await canvas.encode("png"));
}

/** On one line, without signs that reorder their surroundings: each line is laid out by itself. */
const shown = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .trim();

interface Style {
  readonly face: Face;
  readonly weight: number;
  readonly colour: string;
  readonly locale: string;
}

function drawLines(
  context: SKRSContext2D,
  { face, weight, colour, locale }: Style,
  text: string,
  box: TextBox,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const families = familiesFor(`${text}…`, face)
    .map((family) => `"${family}"`)
    .join(", ");
  const setFont = (size: number) => {
    context.font = `${weight} ${size}px ${families}, sans-serif`;
  };
  const direction = textDirection(locale);
  context.direction = direction;
  context.textAlign = "start";
  context.textBaseline = "alphabetic";
  const fitted: FittedText = fitText(text, locale, box, (line, size) => {
    setFont(size);
    return context.measureText(line).width;
  });
  setFont(fitted.size);
  context.fillStyle = colour;
  const leading = fitted.size * box.leading;
  const top = from + Math.max(0, to - from - fitted.lines.length * leading) / 2;
  fitted.lines.forEach((line, index) => {
    const x = direction === "rtl" ? PICTURE.width - EDGE : EDGE;
    context.fillText(line, x, top + index * leading + fitted.size * 0.98);
  });
}

/** The name of the house beside its sign, and at the other end the language. */
function drawHead(context: SKRSContext2D, language: string, mirrored: boolean): void {
  const families = (text: string) =>
    familiesFor(text, "ui")
      .map((family) => `"${family}"`)
      .join(", ");
  context.textBaseline = "alphabetic";
  context.direction = "ltr";
  context.font = `640 36px ${families(SITE)}`;
  context.fillStyle = COLOURS.ink;
  context.textAlign = mirrored ? "right" : "left";
  context.fillText(SITE, mirrored ? PICTURE.width - EDGE - 70 : EDGE + 70, 104);
  if (!canDraw(language, "ui")) return;
  context.font = `500 32px ${families(language)}`;
  context.fillStyle = COLOURS.accent;
  context.textAlign = mirrored ? "left" : "right";
  context.fillText(language, mirrored ? EDGE : PICTURE.width - EDGE, 104, 500);
}

/** As in app/_features/shell/wordmark.tsx, twice as large. */
function drawSign(context: SKRSContext2D, x: number): void {
  context.save();
  context.translate(x, 68);
  context.scale(2, 2);
  context.strokeStyle = COLOURS.accent;
  context.fillStyle = COLOURS.accent;
  context.lineWidth = 1.75;
  context.lineCap = "round";
  for (const middle of [6.5, 19.5]) {
    context.beginPath();
    context.arc(middle, 6.5, 5, 0, 2 * Math.PI);
    context.stroke();
    context.beginPath();
    context.arc(middle + 1.5, 6.5, 2, 0, 2 * Math.PI);
    context.fill();
  }
  for (const [from, to, y] of [
    [2, 11, 15.5],
    [2, 8, 19.75],
    [15, 24, 15.5],
    [15, 21, 19.75],
  ] as const) {
    context.beginPath();
    context.moveTo(from, y);
    context.lineTo(to, y);
    context.stroke();
  }
  context.restore();
}
