import type { Hash } from "./finding";
import type { RecordedParagraph, RecordedPerson, RevisionFacts } from "./review-record";

/** What somebody did for a publication. */
export type RecordedRole = "contributor" | "approver" | "publisher";

/**
 * How the record of a publication calls a person before the public: the role, and 16 hex digits of a hash. Nobody who
 * does not know the id can go back to it; with another role or in another record the same person is called otherwise,
 * so that nothing can be joined. Who has the database can compute it again, which is how a kept record is compared.
 */
export const pseudonym = (publicationId: string, role: RecordedRole, id: string, hash: Hash): string =>
  `${role}-${hash(`${publicationId} ${role} ${id}`).slice(0, 16)}`;

type People = Pick<RecordedParagraph, "contributors" | "approvals"> | RevisionFacts;

/**
 * The people of a paragraph as the public may know them: who wrote has no name, and stands in no order that tells one;
 * who approved has the name that the article shows anyway. Each is called by a pseudonym.
 */
export function publicPeople<P extends People>(publicationId: string, people: P, hash: Hash): P {
  const called = (role: RecordedRole, { id }: RecordedPerson) => pseudonym(publicationId, role, id, hash);
  return {
    ...people,
    contributors:
      people.contributors
        ?.map((person) => ({ id: called("contributor", person), name: null }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)) ?? null,
    approvals: people.approvals.map((approval) => ({
      ...approval,
      by: { id: called("approver", approval.by), name: approval.by.name },
    })),
  };
}
