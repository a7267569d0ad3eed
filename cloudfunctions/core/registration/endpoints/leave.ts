import { withAct } from '../../access/act';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { logins } from '../../access/login';
import { people, type Person } from '../../person/person';
import { personView } from '../../person/person-view';
import { writeAssignment } from '../../access/write-assignments';
import { posts, type Post } from '../../place/post';
import { mayAssign } from '../../place/rules/assign';
import { teams } from '../../place/team';
import type { Context } from '../../platform/context';
import type { Change, Transaction } from '../../platform/database';
import { replayOf } from '../../platform/request';
import { done, refuse, type Result } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { recordChange } from '../../projection/source-change';

/** Somebody holds so many posts at most, or is to hold them. */
const maxPosts = 50;

/**
 * Somebody moves away. From now on they have no login, no post and no kind, so that no news reaches them and no list
 * offers them; open orders that were in their hands are sent anew by the projection of orders. What they did stays.
 * That is for one post; each further one costs up to three reads and four writes more, a team two reads and two writes.
 * Cost: 7 reads, 7 writes.
 */
export const leavePerson = signedInEndpoint({
  name: 'person.leave',
  input: object({ personId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { personId }) {
    if (personId === caller.login.personId) return refuse('SECOND_PERSON_NEEDED', 'personId');
    const { database } = context;
    const [held, coming] = await Promise.all([
      database.find(posts, { where: { 'holder.personId': personId }, limit: maxPosts }),
      database.find(posts, { where: { 'next.holder.personId': personId }, limit: maxPosts }),
    ]);
    if (held.some(({ hat }) => !mayAssign(caller.hat.hat, hat))) return refuse('FORBIDDEN', 'personId');
    const left = await database.transaction((transaction) =>
      leave(transaction, context, caller, { personId, held: [...held, ...coming] }),
    );
    if (!left.ok) return left;
    await database.removeWhere(logins, { personId });
    return done(personView(left.data));
  },
});

async function leave(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  { personId, held }: { readonly personId: string; readonly held: readonly Post[] },
): Promise<Result<Person>> {
  const { clock, request } = context;
  const before = await transaction.get(people, personId);
  if (before?.communityId !== caller.login.communityId) return refuse('NOT_FOUND', 'personId');
  const replay = before.request && replayOf([before.request], request, () => before);
  if (replay?.ok) return replay;
  if (before.leftAt) return refuse('NOT_FOUND', 'personId');
  const acts = withAct(before, context, caller, 'person.leave');
  const change = { ...departure, set: { ...departure.set, leftAt: clock.now(), request, ...acts } };
  await transaction.update(people, personId, change);
  const action = 'person.leave';
  for (const _id of new Set(held.map((post) => post._id))) {
    const known = await transaction.get(posts, _id);
    if (known) await vacate(transaction, context, caller, { known, personId, action });
  }
  if (before.teamId !== undefined) await leaveTeam(transaction, context, before.teamId, personId);
  await recordChange(transaction, { kind: 'person', id: personId }, { at: clock.now(), revision: request.requestKey });
  return done({ ...withoutTies(before), ...change.set });
}

/** Their team has one member less, and no captain where they led it. */
async function leaveTeam(
  transaction: Transaction,
  { clock, request }: Context,
  teamId: string,
  personId: string,
): Promise<void> {
  const team = await transaction.get(teams, teamId);
  if (!team) return;
  const set = {
    memberIds: team.memberIds.filter((memberId) => memberId !== personId),
    captainId: team.captainId === personId ? '' : team.captainId,
    version: (team.version ?? 0) + 1,
  };
  await transaction.update(teams, teamId, { set });
  await recordChange(transaction, { kind: 'team', id: teamId }, { at: clock.now(), revision: request.requestKey });
}

/** Out of the post at once, or out of the line for it. */
async function vacate(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  { known, personId, action }: { known: Post; personId: string; action: 'person.leave' },
): Promise<void> {
  const isHolder = known.holder?.personId === personId;
  if (!isHolder) await transaction.update(posts, known._id, { unset: ['next'] });
  else {
    const assignment = { holder: null, from: context.clock.now() };
    await writeAssignment(transaction, context, caller, { post: known, known, assignment, action });
  }
}

const departure = {
  set: { kinds: [], skills: [], free: [], atWork: [], reachable: false },
  unset: [
    'home',
    'serves',
    'teamId',
    'team',
    'alone',
    'aloneHeard',
    'centreHousehold',
    'mentorId',
    'apprenticeIds',
    'portrait',
  ],
} as const satisfies Change<Person>;

function withoutTies({ home: _home, serves: _serves, ...person }: Person): Person {
  return person;
}
