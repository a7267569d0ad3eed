import { grantKinds } from '../../../../miniprogram/contracts/grant';
import { limits } from '../../../../miniprogram/contracts/limits';
import { pointUnits, type PointUnit } from '../../../../miniprogram/contracts/passbook';
import { withAct } from '../../access/act';
import { branchOf, type SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { deliver, deliverMissing } from '../../message/notify';
import { people, type Person } from '../../person/person';
import { branchOfPerson, keeperIdOf } from '../../place/branch';
import { communities } from '../../place/community';
import { policyOfBranch } from '../../policy/branch-points';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import type { Transaction } from '../../platform/database';
import { derivedId, timeKey } from '../../platform/ids';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { calendarDay, id, object, optional, line, requestId, v } from '../../platform/validation';
import { countWaiting } from '../../statistics/waiting-lines';
import { dayText } from '../../time/shanghai';
import { readBookkeepers } from '../disputes/holders';
import { grants, type Grant } from '../grants/grant';
import { readGrantMonth, readOpening, replayedGrant, withGrantNews, type GrantChange } from '../grants/grant-store';
import { grantView } from '../grants/grant-view';
import { bookIdOf } from '../passbook';
import { defaultPassbookPolicy, grantCapOf } from '../policy';
import { readerOf } from '../reader';
import { grantFault } from '../rules/grants';
import { ownUnits } from '../rules/units';

/** No paper book holds more, nor owes more. */
const mostPoints = 100_000;

/**
 * The first of the two people whom a line by hand needs; the others who keep the books are told. Nothing moves yet.
 * A balance from paper that came to nothing before takes a read or two more.
 * Cost: 3 reads, 3 writes; to notify, 1 read, 1 write.
 */
export const proposeGrant = signedInEndpoint({
  name: 'passbook.proposeGrant',
  input: object({
    kind: v.picklist(grantKinds),
    personId: id,
    unit: v.picklist(pointUnits),
    points: v.pipe(v.number(), v.integer(), v.minValue(-mostPoints), v.maxValue(mostPoints)),
    day: optional(calendarDay),
    reason: line(limits.reasonWords),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  relatedPersonIds: ({ personId }) => [personId],
  async run(context, caller, input) {
    const branchId = branchOf(caller);
    const now = context.clock.now();
    const [person, community, bookkeepers, month] = await Promise.all([
      context.database.get(people, input.personId),
      context.database.get(communities, caller.login.communityId),
      readBookkeepers(context.database, branchId),
      readGrantMonth(context.database, caller.login.communityId, { personId: caller.login.personId, at: now }),
    ]);
    if (!community || !person || branchOfPerson(person) !== branchId) return refuse('NOT_FOUND', 'personId');
    const policy = policyOfBranch(community, branchId).passbook ?? defaultPassbookPolicy;
    const wanted = { ...input, day: input.day ?? dayText(now) };
    const fault = grantFault(wanted, {
      proposerId: caller.login.personId,
      today: dayText(now),
      units: unitsOwned(person, caller),
      cap: grantCapOf(policy),
      used: month?.points ?? 0,
    });
    if (fault) return refuse(fault.code, fault.field);
    const refused = await checkTexts(context, { reason: input.reason });
    if (refused) return refused;
    const grant = grantOf(context, caller, {
      ...wanted,
      person,
      branchName: caller.hat.branchId === undefined ? community.branchName : caller.hat.placeName,
      cap: grantCapOf(policy),
    });
    const proposed = await context.database.transaction((transaction) =>
      propose(transaction, context, grant, bookkeepers),
    );
    if (!proposed.ok) return proposed;
    const { messages, isNew } = proposed.data;
    await (isNew ? deliver(context, messages) : deliverMissing(context, messages));
    return done(grantView(proposed.data.grant, readerOf(context, caller)));
  },
});

/** What books somebody has: by what they are, and by what they do, which their login says. */
function unitsOwned(person: Person, { relatedLogins }: SignedIn): readonly PointUnit[] {
  const hats = relatedLogins.filter(({ personId }) => personId === person._id).flatMap((login) => login.hats);
  return ownUnits({ kinds: person.kinds, hats });
}

type Wanted = Pick<Grant, 'kind' | 'unit' | 'points' | 'day' | 'reason' | 'branchName' | 'cap'> & {
  readonly person: Person;
};

function grantOf(context: Context, caller: SignedIn, { person, ...wanted }: Wanted): Grant {
  const { login } = caller;
  const at = context.clock.now();
  const _id = derivedId('g', context.openid, context.requestId);
  const { kind, unit, points, day, reason, branchName, cap } = wanted;
  return {
    _id,
    communityId: login.communityId,
    branchId: branchOf(caller),
    branchName,
    kind,
    bookId: bookIdOf(person._id, unit),
    personId: person._id,
    personName: person.name,
    memberClass: person.memberClass ?? null,
    unit,
    points,
    day,
    reason,
    state: 'proposed',
    open: true,
    sinceKey: timeKey(at, _id),
    proposal: { personId: login.personId, name: login.name, at },
    cap,
    settled: null,
    requests: [context.request],
    ...withAct({}, context, caller, 'passbook.proposeGrant'),
  };
}

async function propose(
  transaction: Transaction,
  context: Context,
  grant: Grant,
  bookkeepers: readonly string[],
): Promise<Result<GrantChange>> {
  const place =
    grant.kind === 'opening' ? await readOpening(transaction, grant.bookId) : await readGrant(transaction, grant);
  if (!place) return refuse('OPENED_ALREADY', 'kind');
  if ('standing' in place) {
    const { standing } = place;
    const replay = replayOf(standing.requests, context.request, () => replayedGrant(standing));
    return replay ?? refuse(standing.state === 'proposed' ? 'ALREADY_PROPOSED' : 'OPENED_ALREADY', 'kind');
  }
  const { at, personId: proposerId, name } = grant.proposal;
  const personIds = bookkeepers.filter((keeper) => keeper !== proposerId && keeper !== grant.personId);
  const content = { kind: 'grant-to-sign', title: grant.personName, name, points: grant.points } as const;
  const proposed = withGrantNews({ ...grant, _id: place.nextId }, at, [{ personIds, content }]);
  await transaction.insert(grants, proposed.grant);
  await countWaiting(transaction, keeperIdOf(grant.branchId), { grants: 1 }, at);
  return done(proposed);
}

async function readGrant(transaction: Transaction, { _id }: Grant) {
  const standing = await transaction.get(grants, _id);
  return standing ? { standing } : { nextId: _id };
}
