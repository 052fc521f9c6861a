import { expect, it } from "vitest";
import { wallAt, zonedInstant } from "@/lib/i18n/zoned-time";

it.each([
  ["2026-01-15T09:30", "Europe/Berlin", "2026-01-15T08:30:00.000Z"],
  ["2026-07-15T09:30", "Europe/Berlin", "2026-07-15T07:30:00.000Z"],
  ["2026-07-15T00:00", "America/St_Johns", "2026-07-15T02:30:00.000Z"],
  ["2026-01-01T00:00", "Pacific/Kiritimati", "2025-12-31T10:00:00.000Z"],
  ["2028-02-29T23:59", "UTC", "2028-02-29T23:59:00.000Z"],
  // clocks go back: the earlier of the two
  ["2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
  ["2026-03-29T01:59", "Europe/Berlin", "2026-03-29T00:59:00.000Z"],
  ["2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00:00.000Z"],
])("takes %s in %s for %s", (wall, timeZone, instant) => {
  expect(zonedInstant(wall, timeZone)?.toISOString()).toBe(instant);
});

it.each(["2026-03-29T02:30", "2026-02-30T10:00", "2026-13-01T10:00", "2026-01-01T24:00", "tomorrow", ""])(
  "knows no instant for %s in Berlin",
  (wall) => {
    expect(zonedInstant(wall, "Europe/Berlin")).toBeNull();
  },
);

it("finds every instant again from what clocks show, except in the hour that comes twice", () => {
  for (const timeZone of ["Europe/Berlin", "Australia/Lord_Howe", "America/New_York", "Asia/Kathmandu"]) {
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 7 * 3_600_000) {
      const wall = wallAt(at, timeZone);
      const found = zonedInstant(wall, timeZone)?.getTime() ?? Number.NaN;
      expect(wallAt(found, timeZone)).toBe(wall);
      expect(found).toBeLessThanOrEqual(at);
      expect(at - found).toBeLessThanOrEqual(3_600_000);
    }
  }
});
