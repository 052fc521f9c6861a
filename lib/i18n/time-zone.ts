import { z } from "zod";

const timeZone = z.string().refine((name) => {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
});

/**
 * The time zone in which pages show times. The server cannot know the visitor's, and a
 * page that is right only after a script has run is not right: one zone for all, TIME_ZONE.
 */
export function displayTimeZone(environment: NodeJS.ProcessEnv = process.env): string {
  return timeZone.catch("Europe/Berlin").parse(environment.TIME_ZONE);
}
