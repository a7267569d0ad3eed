import type { Context } from '../platform/context';
import type { Change, Transaction } from '../platform/database';
import { hashOf } from '../platform/ids';
import { replayOf } from '../platform/request';
import { done, refuse, type Result } from '../platform/result';
import { people, type Person } from '../person/person';
import { branchIdOf } from '../place/branch';
import { recordChange } from '../projection/source-change';
import { enrolmentCounts, enrolments, type Enrolment } from './enrolment';
import { countsDifference } from './rules/counts';

/** Requests that an enrolment remembers. */
const requestLimit = 10;

/** What every change of an enrolment carries: the next revision, and the request that makes it. */
export function nextRevision(
  before: Enrolment | undefined,
  { request }: Pick<Context, 'request'>,
): Pick<Enrolment, 'revision' | 'requests'> {
  return {
    revision: (before?.revision ?? 0) + 1,
    requests: [...(before?.requests ?? []), request].slice(-requestLimit),
  };
}

/** A change of an enrolment, and of the person that it is about. */
export interface EnrolmentChange {
  /** As it was read; undefined where there was none. */
  readonly before: Enrolment | undefined;
  readonly after: Enrolment;
  /** A person whom nobody knew before. */
  readonly newcomer?: Person;
}

/**
 * Writes an enrolment over the revision that was read, and with it the counts of the community and the fields of the
 * person that follow from it, in one transaction; the logins follow the person by the job. A call that comes again is
 * answered with what it wrote.
 * @returns what stands now
 */
export async function writeEnrolment(context: Context, change: EnrolmentChange): Promise<Result<Enrolment>> {
  const { before, after } = change;
  return context.database.transaction(async (transaction) => {
    const stored = await transaction.get(enrolments, after._id);
    const replay = stored && replayOf(stored.requests, context.request, () => stored);
    if (replay) return replay;
    if (stored?.revision !== before?.revision) return refuse('STALE_VERSION', 'personId');
    const { _id, ...set } = after;
    if (stored) await transaction.update(enrolments, _id, { set });
    else await transaction.insert(enrolments, after);
    await countChange(transaction, stored, after);
    await followPerson(transaction, context, change);
    return done(after);
  });
}

/** Counts a change with it, in its transaction: 1 read and 1 write, one more for a community's first, none for most. */
export async function countChange(
  transaction: Transaction,
  before: Enrolment | undefined,
  after: Enrolment,
): Promise<void> {
  const increment = countsDifference(before, after);
  if (Object.keys(increment).length === 0) return;
  const _id = after.communityId;
  if (!(await transaction.get(enrolmentCounts, _id)))
    await transaction.insert(enrolmentCounts, { _id, channels: {}, grids: {} });
  await transaction.update(enrolmentCounts, _id, { increment });
}

/** Who is enrolled is a member of this grid, able to do what they chose; only the former concerns their logins. */
async function followPerson(
  transaction: Transaction,
  { clock, ids }: Context,
  { before, after, newcomer }: EnrolmentChange,
): Promise<void> {
  if (newcomer) return transaction.insert(people, { ...newcomer, helperAt: clock.now() });
  if (after.state !== 'enrolled') return;
  const isNew = before?.state !== 'enrolled';
  if (!isNew && hashOf(ownFields(before)) === hashOf(ownFields(after))) return;
  const person = await transaction.get(people, after._id);
  if (!person) return;
  await transaction.update(people, after._id, personChange(person, after, clock.now()));
  const occasion = { at: clock.now(), revision: ids.token(16) };
  if (isNew) await recordChange(transaction, { kind: 'person', id: after._id }, occasion);
}

/** What the person carries of it. */
const ownFields = ({ skills, centre, hours }: Enrolment) => [skills, centre ?? null, hours ?? null];

function personChange(person: Person, after: Enrolment, at: Date): Change<Person> {
  const { centre, hours } = after;
  return {
    set: {
      ...memberFields(person, after),
      helperAt: at,
      ...(centre && { centreHousehold: true, centreSince: centre.agreedAt }),
      ...(hours && { hours }),
    },
    ...(!centre && person.centreHousehold && { unset: ['centreHousehold' as const, 'centreSince' as const] }),
  };
}

/** What being enrolled makes of a person; what they can do besides stays. */
export function memberFields(
  person: Pick<Person, 'communityId' | 'kinds' | 'skills' | 'branchId'>,
  { grid, skills }: Pick<Enrolment, 'grid' | 'skills'>,
): Pick<Person, 'kinds' | 'serves' | 'skills' | 'branchId'> {
  return {
    kinds: person.kinds.includes('serviceMember') ? person.kinds : [...person.kinds, 'serviceMember'],
    serves: grid,
    branchId: person.branchId ?? branchIdOf(person.communityId),
    skills: skills.length > 0 ? skills : person.skills,
  };
}
