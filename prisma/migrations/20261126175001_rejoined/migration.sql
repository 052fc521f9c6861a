-- AlterEnum
ALTER TYPE "ProposalState" ADD VALUE 'rejoined';
