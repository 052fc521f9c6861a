import { expect, it } from "vitest";
import { wrongAddressStatus } from "@/lib/pages/wrong-address";

it.each(["/de/articles/%E0%A4%A", "/en/articles/salt/%", "/en/%ff", "/de/documents/%zz"])(
  "takes %s for no address at all",
  (target) => expect(wrongAddressStatus(target)).toBe(400),
);

it.each([
  "/de/articles/%00",
  "/de/articles/Salt/en",
  "/de/articles/salt%2Fpepper/en",
  "/de/articles/salt/%00",
  "/de/articles/salt/e%20n/parallel",
  `/en/articles/${"a".repeat(101)}/en`,
  `/en/articles/salt/${"e".repeat(36)}?x=1`,
  "/en/articles/%F0%9F%A7%82",
])("knows that no article has %s", (target) => expect(wrongAddressStatus(target)).toBe(404));

it.each([
  "/",
  "/en",
  "/en/",
  "/en/articles",
  "/en/articles/",
  "/en/articles/salt",
  "/en/articles/salt/",
  "/en/articles/s%61lt/en",
  "/en/articles/salt/zh-Hant/parallel?with=%E0%A4%A",
  "/en/search?q=%",
  "/fr/articles/%00",
  "/articles/%E0%A4%A",
  "/api/articles/%00/en",
  "/_next/static/%5B",
])("leaves %s to whoever may have it", (target) => expect(wrongAddressStatus(target)).toBeNull());
