import { printTable } from "../support/table";
import { type Load, load, median } from "./load";

export interface Subject {
  readonly name: string;
  readonly address: string;
  readonly headers: readonly string[];
}

/** All subjects once a round, one after the other: what disturbs the machine disturbs all. The last two are the framework. */
export async function compare(subjects: readonly Subject[], rounds: number): Promise<void> {
  const all: Load[][] = subjects.map(() => []);
  for (const subject of subjects) await warm(subject);
  for (let round = 0; round < rounds; round++) {
    for (const [index, subject] of subjects.entries()) all[index]?.push(load(subject));
  }
  const rates = all.map((loads) => median(loads.map(({ perSecond }) => perSecond)));
  const [file = 0, bare = 0] = rates;
  const prerendered = rates.at(-2) ?? 0;
  const of = (index: number, other: number) => ((rates[index] ?? 0) / other).toFixed(2);
  printTable(
    [
      `32 connections, medians of ${rounds}`,
      "requests/s",
      "p99 ms",
      "of nginx",
      "of node:http",
      "of prerendered",
      "errors",
    ],
    subjects.map(({ name }, index) => [
      name,
      (rates[index] ?? 0).toFixed(0),
      median(all[index]?.map(({ p99 }) => p99) ?? []).toFixed(1),
      of(index, file),
      of(index, bare),
      `${((rates[index] ?? 0) / prerendered).toFixed(1)} x`,
      String(all[index]?.reduce((sum, { errors }) => sum + errors, 0)),
    ]),
  );
}

/** Until the code is compiled; the framework needs longer for one request than others for thousands. */
async function warm({ address, headers }: Subject): Promise<void> {
  const own = Object.fromEntries(headers.map((header) => header.split(": ") as [string, string]));
  const until = performance.now() + 1_500;
  do {
    const answer = await fetch(address, { headers: own });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`);
  } while (performance.now() < until);
}
