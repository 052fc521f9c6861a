import { expect, it } from "vitest";
import { missingPages } from "@/lib/pages/missing-page";

function framework() {
  const asked: string[] = [];
  const missing = missingPages({
    ask: async (target) => {
      asked.push(target);
      const [, ui = ""] = target.split("/");
      return {
        status: 404,
        headers: { "content-type": "text/html", "content-security-policy": "style-src 'unsafe-inline'" },
        body: Buffer.from(
          `<html lang="${ui}"><body><a href="${target.replace(ui, "fr")}">fr</a><script>x</script></body></html>`,
        ),
      };
    },
  });
  return { asked, missing };
}

it("says that there is nothing in the language of the address, strictly, and asks once for each", async () => {
  const { asked, missing } = framework();
  const [english] = [await missing("/en/articles/salt/en"), await missing("/en/x"), await missing("/de/x")];
  expect(english.status).toBe(404);
  expect(english.body.toString()).toContain('<html lang="en">');
  expect(english.body.toString()).not.toContain("<script");
  expect(english.headers.join(" ")).toContain("default-src 'none'");
  expect(english.headers.join(" ")).not.toContain("unsafe-inline");
  expect(asked.map((target) => target.slice(0, 4))).toEqual(["/en/", "/de/"]);
});

it("leads to the same address in the other languages, whatever signs stand in it", async () => {
  const { missing } = framework();
  const linkOf = async (target: string) =>
    /href="([^"]*)"/.exec((await missing(target)).body.toString())?.[1];
  expect(await linkOf("/en/articles/salt/en?a=b")).toBe("/fr/articles/salt/en");
  expect(await linkOf(`/en/reports/"><b>$&%41`)).toBe("/fr/reports/%22%3E%3Cb%3E%24%26%41");
});
