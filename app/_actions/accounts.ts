"use server";

import { z } from "zod";
import type { UserId } from "@/lib/core/shared/ids";
import { changeUser, createUser } from "@/lib/services/users/manage-users";
import { perform } from "./action-context";
import { id } from "./schemas";

const text = z.string().max(1_000);
const newAccount = z.object({
  email: text,
  displayName: text,
  password: text.nullable(),
  isAdmin: z.boolean(),
});

/** Creates an account. */
export async function createUserAction(input: z.input<typeof newAccount>) {
  return perform(newAccount, input, createUser);
}

const accountChange = z.object({
  userId: id<UserId>(),
  change: z.union([
    z.object({ kind: z.enum(["disable", "enable", "make-administrator", "unmake-administrator"]) }),
    z.object({ kind: z.literal("set-password"), password: text }),
  ]),
});

/** Disables or enables an account, gives or takes the administration, sets a password. */
export async function changeUserAction(input: z.input<typeof accountChange>) {
  return perform(accountChange, input, (ctx, { userId, change }) => changeUser(ctx, userId, change));
}
