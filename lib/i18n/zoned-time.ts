const WALL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/**
 * The instant at which clocks of a time zone (IANA name) show `wall` ("2026-03-29T01:30"). Of two, when clocks go
 * back, the earlier one. Null for what is no such text, no date of the calendar, or an hour that clocks skip.
 */
export function zonedInstant(wall: string, timeZone: string): Date | null {
  const found = WALL.exec(wall);
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map(Number);
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  // clocks are at most a day from UTC: the offsets before and after any change near here
  const offsets = [asUtc - DAY_MS, asUtc + DAY_MS].map((at) => offsetAt(at, timeZone));
  const fitting = offsets
    .map((offset) => asUtc - offset)
    .filter((at) => wallAt(at, timeZone) === wall)
    .sort((a, b) => a - b);
  return fitting[0] === undefined ? null : new Date(fitting[0]);
}

const DAY_MS = 86_400_000;

/** What clocks of a time zone show at an instant (milliseconds), as `zonedInstant` reads it. */
export function wallAt(at: number, timeZone: string): string {
  const parts = formatOf(timeZone).formatToParts(at);
  const of = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? "";
  return `${of("year").padStart(4, "0")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formats.set(timeZone, format);
  return format;
}

function offsetAt(at: number, timeZone: string): number {
  const minute = Math.floor(at / 60_000) * 60_000;
  return Date.parse(`${wallAt(minute, timeZone)}Z`) - minute;
}
