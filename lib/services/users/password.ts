import { hash, verify } from "@node-rs/argon2";

/** argon2id with the library's defaults (19 MiB, two passes): about 50 ms. */
export const hashPassword = (password: string): Promise<string> => hash(password);

// A hash of nothing that anybody knows, so that an unknown address takes as long as a wrong password.
let decoy: Promise<string> | null = null;

/** Whether the password fits. With no stored hash it takes as long and is false. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash(crypto.randomUUID());
  const fits = await verify(stored ?? (await decoy), password);
  return stored !== null && fits;
}
