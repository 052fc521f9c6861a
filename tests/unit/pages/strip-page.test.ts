import { describe, expect, it } from "vitest";
import { stripPage } from "@/lib/pages/strip-page";

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const strip = (head: string, body: string) => stripPage(page(head, body)).html;

describe("a page for readers", () => {
  it("loses the framework's scripts, their data and what preloads them", () => {
    const html = strip(
      '<link rel="preload" as="script" href="/_next/a.js"><script src="/_next/a.js" async="" nonce="n"></script><meta name="next-size-adjust">',
      '<p>Text</p><div hidden=""><!--$--><!--/$--></div><script nonce="n">self.__next_f.push([1,"Text"])</script><script type="module" src="/scripts/x.js"></script>',
    );
    expect(html).toBe(page("", "<p>Text</p>"));
  });

  it("keeps what is seen, its sheets, its data for machines and the scripts of readers", () => {
    const head = '<link rel="stylesheet" href="/a.css"><link rel="preload" as="font" href="/f.woff2">';
    const body =
      '<script type="application/ld+json">{"a":"<b>"}</script><details hidden=""><summary>x</summary></details><script src="/scripts/keep-place.abc.js"></script>';
    expect(strip(head, body)).toBe(page(head, body));
  });

  it("loses nonces and marks that only the framework reads, and joins the texts that comments kept apart", () => {
    const html = strip(
      '<link rel="stylesheet" href="/a.css" data-precedence="next" nonce="n">',
      "<p>5<!-- --> words</p>",
    );
    expect(html).toBe(page('<link rel="stylesheet" href="/a.css">', "<p>5 words</p>"));
  });

  it("keeps an empty line at the beginning of preformatted text through a second reading", () => {
    const html = strip("", "<pre>\n\n  two lines</pre>");
    expect(html).toBe(page("", "<pre>\n\n  two lines</pre>"));
    expect(stripPage(html).html).toBe(html);
  });

  it("keeps texts that look like markup, and ways to hide a script, as the text that they are", () => {
    const body = '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; &nbsp;<b title="&quot;>">x</b></p>';
    expect(strip("", body)).toContain("<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; &nbsp;");
    expect(strip("", "<svg><script>alert(1)</script></svg><noscript>x</noscript>")).not.toContain("alert");
  });

  it("loses every copy of the page, and nothing that stands between, before or after them", () => {
    const copy = (text: string) =>
      `<script nonce="n">self.__next_f.push([1,${JSON.stringify(text)}])</script>`;
    const first = '<script nonce="n">(self.__next_f=self.__next_f||[]).push([0])</script>';
    const body = `<p>a</p>${first}${copy("x")}<p>b</p>${copy("<script>self.")}${copy("y")}<p>c</p>`;
    expect(strip("", body)).toContain("<body><p>a</p><p>b</p><p>c</p></body>");
    expect(strip("", "<p>&lt;script&gt;self.x()&lt;/script&gt;</p>")).toContain(
      "<p>&lt;script&gt;self.x()&lt;/script&gt;</p>",
    );
  });

  it("says whether it holds a form that is sent, and refuses what a script would have to put together", () => {
    expect(stripPage(page("", '<form method="POST"></form>')).sends).toBe(true);
    expect(stripPage(page("", '<form action="/en/search"></form>')).sends).toBe(false);
    expect(() => strip("", '<template id="B:0"></template>')).toThrow(/streamed/);
  });
});
