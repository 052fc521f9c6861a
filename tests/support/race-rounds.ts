/** Rounds of each race: enough for the suite, and up to 500 where somebody asks for more. */
export const RACE_ROUNDS = Math.min(500, Number(process.env.RACE_ROUNDS) || 100);
