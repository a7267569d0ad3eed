import { mentorLimits, type MentorPerson, type MentorView } from '../../../../miniprogram/contracts/mentor';
import type { Person } from '../../person/person';
import { noneApart, type Apart } from '../../person/rules/namesakes';

/** What the rules look at in a member of a branch. */
export type BranchMember = Pick<Person, '_id' | 'name' | 'memberClass' | 'mentorId' | 'leftAt'>;

/** Why somebody cannot guide somebody else. */
export type PairFault = 'mentorId' | 'apprenticeId' | 'full';

/** Those whom a mentor guides: they say so themselves, so that whoever left is none any more. */
export function apprenticesOf<Member extends BranchMember>(mentorId: string, members: readonly Member[]): Member[] {
  return members.filter((member) => member.mentorId === mentorId && !member.leftAt);
}

/**
 * A mentor is of the committee class, an apprentice of the young one, and nobody guides more than three (S3-08).
 * @param guided whom the mentor guides already
 */
export function pairFault(
  mentor: BranchMember,
  apprentice: BranchMember,
  guided: readonly BranchMember[],
): PairFault | null {
  if (mentor.memberClass !== 'committee' || mentor.leftAt) return 'mentorId';
  if (apprentice.memberClass !== 'young' || apprentice.leftAt) return 'apprenticeId';
  const others = guided.filter(({ _id }) => _id !== apprentice._id);
  return others.length >= mentorLimits.most ? 'full' : null;
}

const namedBy =
  (apart: Apart) =>
  ({ _id, name }: BranchMember): MentorPerson => ({ personId: _id, name, ...apart(_id) });

/** Everybody of the committee class, and whoever else still guides somebody, in the order of the members. */
export function mentorViews(members: readonly BranchMember[], apart: Apart = noneApart): readonly MentorView[] {
  const named = namedBy(apart);
  const present = members.filter(({ leftAt }) => !leftAt);
  return present.flatMap((mentor): MentorView[] => {
    const apprentices = apprenticesOf(mentor._id, present);
    const isCommittee = mentor.memberClass === 'committee';
    if (!isCommittee && apprentices.length === 0) return [];
    const advice = adviceOf(isCommittee, apprentices.length);
    return [
      {
        ...named(mentor),
        apprentices: apprentices.map((one) => ({
          ...named(one),
          ...(one.memberClass !== 'young' && { notYoung: true as const }),
        })),
        ...(advice && { advice }),
      },
    ];
  });
}

function adviceOf(isCommittee: boolean, count: number): MentorView['advice'] {
  if (!isCommittee) return 'notCommittee';
  return count > 0 && count < mentorLimits.fewest ? 'few' : undefined;
}

/** Young members whom nobody guides, or nobody who is still here. */
export function withoutMentor(members: readonly BranchMember[], apart: Apart = noneApart): readonly MentorPerson[] {
  const present = members.filter(({ leftAt }) => !leftAt);
  const ids = new Set(present.map(({ _id }) => _id));
  return present
    .filter(({ memberClass, mentorId = '' }) => memberClass === 'young' && !ids.has(mentorId))
    .map(namedBy(apart));
}

/** The pairs that somebody is in, as mentor or as apprentice. */
export function ownPairs(mentors: readonly MentorView[], personId: string): readonly MentorView[] {
  return mentors.flatMap((mentor): readonly MentorView[] => {
    if (mentor.personId === personId) return [mentor];
    const own = mentor.apprentices.filter((one) => one.personId === personId);
    const { personId: mentorId, name, phoneEnd, gridName } = mentor;
    const apart = { ...(phoneEnd !== undefined && { phoneEnd }), ...(gridName !== undefined && { gridName }) };
    return own.length === 0 ? [] : [{ personId: mentorId, name, ...apart, apprentices: own }];
  });
}
