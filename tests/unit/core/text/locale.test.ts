import { expect, it } from "vitest";
import { textDirection } from "@/lib/core/text/locale";

it.each([
  "ar",
  "he",
  "fa-AF",
  "ur",
  "yi",
  "ckb",
  "dv",
  "azb",
  "syr",
  "pnb",
  "lrc",
  "nqo",
  "ff-Adlm",
  "rhg-Rohg",
  "ku-Arab",
  "az-IR",
  "pa-PK",
])("writes %s from right to left", (locale) => expect(textDirection(locale)).toBe("rtl"));

it.each(["de", "en", "zh-Hant", "mn-Mong", "ku", "uz", "pa", "ar-Latn", "ff", "und", "xx", "not a tag", ""])(
  "writes %s from left to right",
  (locale) => expect(textDirection(locale)).toBe("ltr"),
);
