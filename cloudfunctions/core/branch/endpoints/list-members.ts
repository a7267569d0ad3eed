import type { BranchMember } from '../../../../miniprogram/contracts/branch';
import { limits } from '../../../../miniprogram/contracts/limits';
import { memberClasses } from '../../../../miniprogram/contracts/passbook';
import { branchOf } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy, scopeOfHat } from '../../access/permissions';
import { people, type Person } from '../../person/person';
import { tellPeopleApart } from '../../person/rules/namesakes';
import type { Database, Question } from '../../platform/database';
import { cutPage, pageQuery } from '../../platform/page';
import { done } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';

/** What one query returns at most; a branch has fewer members (person/branch-members.ts). */
const peopleAtOnce = 99;

/**
 * The members of the caller's branch, or those of one class; of the young ones with who guides them. Who shares a name
 * with anybody of the list, on whatever page, is told apart.
 * Cost: 2 reads.
 */
export const listBranchMembers = signedInEndpoint({
  name: 'branch.listMembers',
  input: object({ memberClass: optional(v.picklist(memberClasses)), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, caller, { memberClass, cursor: after }) {
    const branchId = branchOf(caller);
    const mayChange = scopeOfHat(caller.hat, 'branch.setMember') !== 'none';
    const ofClass = memberClass !== undefined && { memberClass };
    const where = { branchId, kinds: 'branchMember', ...ofClass };
    const page: Question<Person> = {
      ...{ of: people, where: { ...where, _id: { gt: after ?? '' } }, sort: { _id: 'asc' } },
      ...pageQuery(limits.pageSize),
    };
    const all: Question<Person> = { of: people, where, sort: { _id: 'asc' }, limit: peopleAtOnce };
    const [found = [], others = []] = (await database.findTogether(people, [page, all] as const)) ?? [];
    const listed = [...new Map([...others, ...found].map((one) => [one._id, one])).values()];
    const apart = tellPeopleApart(listed, apartBy(caller.hat.hat));
    const { shown, next } = cutPage(found, limits.pageSize, ({ _id }) => _id);
    const mentors = await readMentors(database, shown);
    return done({
      members: shown.map((person) => ({
        ...memberView(person, mentors),
        ...apart(person._id),
        ...(mayChange && lastChange(person)),
      })),
      ...(next !== undefined && { next }),
    });
  },
});

function lastChange({ memberships = [] }: Person): Pick<BranchMember, 'changed'> {
  const last = memberships.at(-1);
  return last ? { changed: { byName: last.name, at: last.at.toISOString(), reason: last.reason } } : {};
}

async function readMentors(database: Database, members: readonly Person[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(members.flatMap(({ mentorId }) => mentorId ?? []))];
  if (wanted.length === 0) return new Map();
  const found = await database.find(people, { where: { _id: { oneOf: wanted } }, limit: wanted.length });
  return new Map(found.map(({ _id, name }) => [_id, name]));
}

function memberView({ _id, name, memberClass, mentorId }: Person, mentors: ReadonlyMap<string, string>): BranchMember {
  const mentorName = mentorId === undefined ? undefined : mentors.get(mentorId);
  return {
    personId: _id,
    name,
    ...(memberClass && { memberClass }),
    ...(mentorName !== undefined && { mentorName }),
  };
}
