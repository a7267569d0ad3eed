import type { Input } from '../../../miniprogram/contracts/api';
import { withAct } from '../access/act';
import type { SignedIn } from '../access/caller';
import { people, type Person } from '../person/person';
import { communities, type Community } from '../place/community';
import type { Context } from '../platform/context';
import type { Transaction } from '../platform/database';
import { derivedId } from '../platform/ids';
import { replayOf } from '../platform/request';
import { done, refuse, type Result } from '../platform/result';
import { recordChange } from '../projection/source-change';
import { announceDecided, type AnnouncedMove } from './announce';
import { awardRegistration } from './award-registration';
import { moves, type Move } from './move';
import { earnsPoints, movedIn, movedOut, newcomerOf } from './rules/settle';
import { whomOf } from './rules/whom';
import { isInReach } from './view';

type Decision = Omit<Input<'residence.decide'>, 'requestId'>;
type Decided = AnnouncedMove & { readonly isNew: boolean };

/** A family may have one number. */
const maxAtOneNumber = 20;

/**
 * Decides on a move, and makes it where it is confirmed, in one transaction; of two at once the second finds it
 * settled.
 */
export async function decideMove(context: Context, caller: SignedIn, said: Decision): Promise<Result<Decided>> {
  const { database, request } = context;
  const found = await database.getWith(moves, said.moveId, { in: communities, by: 'communityId' });
  if (!found?.other || !isInReach(found.document, caller)) return refuse('NOT_FOUND', 'moveId');
  const { other: community, document: move } = found;
  if ([move.askedBy.personId, move.personId].includes(caller.login.personId) && move.state === 'asked')
    return refuse('SECOND_PERSON_NEEDED', 'moveId');
  const whom = said.agree ? await findWhom(context, move, said) : done(null);
  return database.transaction<Decided>(async (transaction) => {
    const before = await transaction.get(moves, move._id);
    if (!before) return refuse('NOT_FOUND', 'moveId');
    const replay = replayOf(before.requests, request, () => before);
    if (replay?.ok) return done({ after: replay.data, messages: before.outbox ?? [], isNew: false });
    if (replay) return replay;
    if (before.state !== 'asked') return refuse('ALREADY_SETTLED', 'moveId');
    if (!whom.ok) return whom;
    const decided = decidedMove(context, caller, before, said);
    const settled = said.agree
      ? await settle(transaction, context, caller, {
          move: decided,
          community,
          personId: whom.data?._id ?? null,
          isAnother: said.another === true,
        })
      : done(decided);
    if (!settled.ok) return settled;
    const announced = announceDecided(settled.data, context.clock.now());
    const { _id, ...set } = announced.after;
    await transaction.update(moves, _id, { set });
    return done({ ...announced, isNew: true });
  });
}

/** Who it is. One read. */
async function findWhom({ database }: Context, move: Move, said: Decision): Promise<Result<Person | null>> {
  const { communityId, phone, direction, personId } = move;
  if (direction === 'out' && personId !== null) return done((await database.get(people, personId)) ?? null);
  const known = await database.find(people, { where: { communityId, phone }, limit: maxAtOneNumber });
  return whomOf(move, known, said);
}

function decidedMove(context: Context, caller: SignedIn, before: Move, { agree, reason }: Decision): Move {
  const { clock, request } = context;
  const { personId, name } = caller.login;
  const at = clock.now();
  return {
    ...before,
    state: agree ? 'confirmed' : 'refused',
    decision: { personId, name, hat: caller.hat.hat, at, reason: reason ?? null },
    openKey: before._id,
    updatedAt: at,
    requests: [...before.requests, request],
    ...withAct(before, context, caller, 'residence.decide'),
  };
}

interface Settling {
  readonly move: Move;
  readonly community: Community;
  /** Who it is, as far as they are known. */
  readonly personId: string | null;
  /** Whoever decides said that it is none of those with the number. */
  readonly isAnother: boolean;
}

/** The person lives there, or no longer; what a head earned is posted. Copies follow by the job. */
async function settle(
  transaction: Transaction,
  context: Context,
  caller: SignedIn,
  { move, community, personId, isAnother }: Settling,
): Promise<Result<Move>> {
  const { clock, request } = context;
  const known = personId === null ? undefined : await transaction.get(people, personId);
  if (personId === caller.login.personId) return refuse('SECOND_PERSON_NEEDED', 'personId');
  if (move.direction === 'out' && known?.home?.placeId !== move.place.placeId)
    return refuse('ALREADY_SETTLED', 'moveId');
  const { whoId, person } = await whoIs(transaction, move, { known, isAnother });
  if (!person) await transaction.insert(people, newcomerOf(move, whoId));
  else await transaction.update(people, whoId, move.direction === 'in' ? movedIn(person, move) : movedOut(person));
  await recordChange(transaction, { kind: 'person', id: whoId }, { at: clock.now(), revision: request.requestKey });
  const settled: Move = { ...move, personId: whoId, formerPlaceId: person?.home?.placeId ?? null };
  if (!earnsPoints(move, person ?? null)) return done(settled);
  const award = await awardRegistration(transaction, settled, caller, { community, at: move.updatedAt });
  return done({ ...settled, award });
}

/**
 * Who somebody is whom nobody knew: one id for a name with its number, so that of several moves of one newcomer,
 * confirmed in the same instant, the first makes the person and the others find them. Somebody who was made so and has
 * another name or number by now, or left, is somebody else. One read.
 */
async function whoIs(
  transaction: Transaction,
  { _id, communityId, name, phone }: Move,
  { known, isAnother }: { readonly known: Person | undefined; readonly isAnother: boolean },
): Promise<{ readonly whoId: string; readonly person: Person | undefined }> {
  if (known) return { whoId: known._id, person: known };
  const apart = { whoId: derivedId('p', 'move', _id), person: undefined };
  if (isAnother) return apart;
  const whoId = derivedId('p', 'move', communityId, phone, name);
  const person = await transaction.get(people, whoId);
  if (!person) return { whoId, person };
  return person.name === name && person.phone === phone && !person.leftAt ? { whoId, person } : apart;
}
