import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { SignOutButton } from "@/app/_features/session/sign-out-button";
import { frameMetadata } from "@/app/_features/shell/frame-metadata";
import { WorkbenchDocument } from "@/app/_features/shell/workbench-document";

export const generateMetadata = (): Promise<Metadata> => frameMetadata();

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default function AdminLayout({ children }: { readonly children: ReactNode }) {
  return (
    <WorkbenchDocument namespaces={["admin", "auth", "decisions", "workbench"]} signOut={<SignOutButton />}>
      {children}
    </WorkbenchDocument>
  );
}
