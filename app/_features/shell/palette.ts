import type { MantineColorsTuple } from "@mantine/core";

export const petrol: MantineColorsTuple = [
  "#eef6f7",
  "#dcecee",
  "#b9dade",
  "#93c7ce",
  "#7cc0cc",
  "#4796a3",
  "#2f7c8a",
  "#226a78",
  "#1b5e6b",
  "#134853",
];

/** A warm grey, so that long days on it are quiet. */
export const gray: MantineColorsTuple = [
  "#f8f7f4",
  "#f3f1ec",
  "#e8e5de",
  "#dedbd3",
  "#c3c1ba",
  "#8b8e8b",
  "#646b6d",
  "#4b5255",
  "#343b3e",
  "#1e2426",
];

export const dark: MantineColorsTuple = [
  "#e6e3dc",
  "#cbc9c4",
  "#a9aca9",
  "#8b9193",
  "#4a5255",
  "#33393c",
  "#1d2124",
  "#16191b",
  "#111415",
  "#0c0e0f",
];

/** The signal colours of tokens.css as palettes: white on 7 and 8 and 9 on 1 reach 4.5:1. */
export const red: MantineColorsTuple = [
  "#fdf0ee",
  "#fbe9e7",
  "#f5cfcb",
  "#eda9a2",
  "#ef8f86",
  "#d9574c",
  "#c43d32",
  "#ab2b22",
  "#8c1d18",
  "#6e1511",
];

export const green: MantineColorsTuple = [
  "#eef8f0",
  "#e2f3e6",
  "#c3e4cb",
  "#97cfa4",
  "#7cc48c",
  "#4d9e61",
  "#37834b",
  "#2a6b3c",
  "#1d5730",
  "#14432a",
];

export const yellow: MantineColorsTuple = [
  "#fdf6e7",
  "#faedd0",
  "#f2d9a0",
  "#e8c069",
  "#e6b450",
  "#b98318",
  "#966708",
  "#7d5400",
  "#684500",
  "#4f3400",
];

export const orange: MantineColorsTuple = [
  "#fdf2ea",
  "#fbe6d7",
  "#f5cbad",
  "#eeaa7c",
  "#f0a36b",
  "#c8682a",
  "#a95010",
  "#8f400a",
  "#773507",
  "#5a2806",
];

export const blue: MantineColorsTuple = [
  "#eff5fc",
  "#e0ecf9",
  "#bfd8f3",
  "#94bdec",
  "#84b6f4",
  "#4a86cf",
  "#2f6dbb",
  "#1f5ca3",
  "#174c8a",
  "#113a6b",
];
