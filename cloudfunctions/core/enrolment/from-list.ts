import type { EnrolmentChannel } from '../../../miniprogram/contracts/enrolment';
import type { Act } from '../access/act';
import { timeKey } from '../platform/ids';
import type { Services } from '../platform/context';
import { done, type Result } from '../platform/result';
import type { PlaceRef } from '../place/place';
import { enrolments, type Enrolment } from './enrolment';
import { countChange } from './store';

/** A member of a list that an office sends, as the list has them. */
export interface ListedMember {
  readonly personId: string;
  readonly communityId: string;
  readonly name: string;
  readonly grid: PlaceRef;
  readonly channel: EnrolmentChannel;
  /** When they reported, where the list says the day. */
  readonly reportedAt?: Date;
}

/**
 * Enrols a member whom an office's list names, with the counts of the community, in one transaction. Who is enrolled
 * already stays so, by the channel by which they came, and moves where the list has another grid; who waits, or was
 * refused, is enrolled by the list. The same list again changes nothing.
 */
export async function enrolFromList(services: Services, member: ListedMember, by: Act): Promise<Result<boolean>> {
  return services.database.transaction(async (transaction) => {
    const before = await transaction.get(enrolments, member.personId);
    const isDone = before?.state === 'enrolled' && before.grid.gridId === member.grid.gridId;
    if (isDone) return done(false);
    const after = enrolled(before, member, by, services.clock.now());
    const { _id, ...set } = after;
    if (before) await transaction.update(enrolments, _id, { set });
    else await transaction.insert(enrolments, after);
    await countChange(transaction, before, after);
    return done(true);
  });
}

function enrolled(before: Enrolment | undefined, member: ListedMember, act: Act, now: Date): Enrolment {
  const { personId, communityId, name, grid, channel, reportedAt = now } = member;
  const by = { personId: act.personId, name: act.name, hat: act.hat, at: now };
  const decision = before?.state === 'enrolled' ? before.decision : { ...by, reason: null };
  const acts = [...(before?.acts ?? []), { ...act, at: now }].slice(-actsLimit);
  if (before) return { ...before, state: 'enrolled', grid, decision, acts, revision: before.revision + 1 };
  return {
    _id: personId,
    communityId,
    name,
    state: 'enrolled',
    channel,
    grid,
    askedAt: reportedAt,
    decision,
    welcome: {},
    skills: [],
    serving: false,
    listKey: timeKey(reportedAt, personId),
    revision: 1,
    requests: [],
    acts,
  };
}

const actsLimit = 60;
