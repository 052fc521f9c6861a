import type { loadMyProposals } from "@/app/_loaders/mine";

export type MyProposal = NonNullable<Awaited<ReturnType<typeof loadMyProposals>>>["items"][number];
