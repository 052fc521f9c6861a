import { readFile } from "node:fs/promises";

export const metadata = { title: "Bench" };

export default async function Page() {
  const pairs = JSON.parse(await readFile(process.env.BENCH_ARTICLE, "utf8"));
  return (
    <article>
      <h1>Bench</h1>
      {pairs.map(([source, target], index) => (
        <section key={source} id={`p-${index + 1}`}>
          <p>{target}</p>
          <details>
            <summary>Original</summary>
            <p lang="de">{source}</p>
          </details>
        </section>
      ))}
    </article>
  );
}
