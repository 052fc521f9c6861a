import { cookies } from "next/headers";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { wantedCookieName } from "@/lib/auth/session-cookie";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: Request, context: Context): Promise<Response> {
  const wanted = (await cookies()).get(wantedCookieName())?.value;
  return NextAuth(authOptions(wanted))(request, context);
}

export { handler as GET, handler as POST };
