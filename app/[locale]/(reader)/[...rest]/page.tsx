import { notFound } from "next/navigation";

/** Every address that no other page has: so that "not found" has the frame and the language of the rest. */
export default function UnknownAddress(): never {
  notFound();
}
