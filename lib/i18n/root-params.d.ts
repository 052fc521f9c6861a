/** `next typegen` writes the same; until it ran, type checks stand on this. */
declare module "next/root-params" {
  export function locale(): Promise<string>;
}
