"use client";

export { BrokenPage as default } from "@/app/_features/shell/broken-page";
