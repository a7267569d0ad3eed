import type { Input } from '../../../../miniprogram/contracts/api';
import { postHats } from '../../../../miniprogram/contracts/hat';
import type { AssignedHat, PostNote } from '../../../../miniprogram/contracts/post';
import type { SignedIn } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { people, type Person } from '../../person/person';
import type { Context } from '../../platform/context';
import { derivedId } from '../../platform/ids';
import { done, refuse, type Result } from '../../platform/result';
import { id, instant, object, optional, requestId, v } from '../../platform/validation';
import { places, type Place } from '../place';
import { posts, type Post } from '../post';
import { postView } from '../post-view';
import { hatsAt, isSeveral, leadsNoGrid, mayAssign, notesOn } from '../rules/assign';
import { writeAssignments } from '../../access/write-assignments';

const assignedHats = postHats.filter((hat): hat is AssignedHat => hat !== 'teamCaptain' && hat !== 'employer');
const maxPosts = 99;

/**
 * Gives a post to somebody from a day on, or to nobody, in one action: open orders, the cards' roster and the hats of
 * both follow by the jobs, trails and the post's past keep the old name. A post that did not exist is made.
 * A vacancy costs one read less, the community's own posts one more less; whoever leads a grid beside their group, one
 * read and three writes more; somebody who held it before, one read and one write more.
 * Cost: 6 reads, 5 writes.
 */
export const assignPost = signedInEndpoint({
  name: 'post.assign',
  input: object({
    placeId: optional(id),
    hat: v.picklist(assignedHats),
    postId: optional(id),
    personId: optional(id),
    from: optional(instant),
    leadsGrid: optional(v.boolean()),
    requestId,
  }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const found = await findSeat(context, caller, input);
    if (!found.ok) return found;
    const { person, seat } = found.data;
    const { clock } = context;
    const assignment = {
      holder: person && { personId: person._id, name: person.name, phone: person.phone },
      from: input.from === undefined ? clock.now() : new Date(input.from),
    };
    const wanted = hatsOf(input).map((hat) => postAt(context, caller, seat, { ...input, hat }));
    const missing = wanted.find((post) => post === undefined);
    const [first, ...others] = wanted.flatMap((post) => post ?? []);
    if (!first || (wanted.length > 1 && missing)) return refuse('NOT_FOUND', 'postId');
    const written = await writeAssignments(context, caller, [first, ...others], assignment);
    if (!written.ok) return written;
    return done({ post: postView(written.data), notes: notesOf(written.data, person, found.data.seat, input) });
  },
});

type AssignInput = Input<'post.assign'>;

/** The group leader of a grid leads it too, where that is asked for (S1-10). */
function hatsOf({ hat, leadsGrid = false }: AssignInput): readonly AssignedHat[] {
  return hat === 'groupLeader' && leadsGrid ? [hat, 'gridLeader'] : [hat];
}

/** What is said of whoever is given a post; of a day to come, what is so today. */
function notesOf(
  written: Post,
  person: Person | null,
  { held }: Seat,
  { hat, leadsGrid = false }: AssignInput,
): readonly PostNote[] {
  if (!person) return [];
  const notes = notesOn(hat, person);
  return !leadsGrid && leadsNoGrid(written, held) ? [...notes, 'leadsNoGrid'] : notes;
}

interface Seat {
  /** Undefined for the community as a whole. */
  readonly place: Place | undefined;
  readonly held: readonly Post[];
}

async function findSeat(
  { database }: Context,
  { login, hat: by }: SignedIn,
  input: AssignInput,
): Promise<Result<{ readonly person: Person | null; readonly seat: Seat }>> {
  const { placeId, hat, personId } = input;
  if (!mayAssign(by.hat, hat)) return refuse('FORBIDDEN', 'hat');
  const { communityId } = login;
  const [place, person, held] = await Promise.all([
    placeId === undefined ? undefined : database.get(places, placeId),
    personId === undefined ? null : database.get(people, personId),
    database.find(posts, { where: { placeId: placeId ?? communityId }, sort: { _id: 'asc' }, limit: maxPosts }),
  ]);
  if (placeId !== undefined && (place?.communityId !== communityId || place.closedAt))
    return refuse('NOT_FOUND', 'placeId');
  if (person !== null && (person?.communityId !== communityId || person.leftAt)) return refuse('NOT_FOUND', 'personId');
  const seats = hatsAt(place?.kind ?? 'community');
  if (hatsOf(input).some((one) => !seats.includes(one))) return refuse('INVALID_INPUT', 'hat');
  return done({ person, seat: { place, held } });
}

/** The post that is meant: one that is there, or a new one; undefined where another was named than is there. */
function postAt(
  { clock, openid, requestId: key }: Context,
  { login }: SignedIn,
  { place, held }: Seat,
  { hat, postId }: Pick<AssignInput, 'hat' | 'postId'>,
): Post | undefined {
  const ofKind = held.filter((post) => post.hat === hat && !post.team);
  if (postId !== undefined) return ofKind.find(({ _id }) => _id === postId);
  if (!isSeveral(hat) && ofKind[0]) return ofKind[0];
  const placeId = place?._id ?? login.communityId;
  const colour = place?.colour ?? place?.grid?.colour;
  return {
    _id: isSeveral(hat) ? derivedId(`${hat}_`, openid, key) : `${hat}_${placeId}`,
    communityId: login.communityId,
    hat,
    placeId,
    path: place?.path ?? login.communityId,
    placeName: place?.label ?? login.communityName,
    ...(colour && { colour }),
    since: clock.now(),
    heldBy: null,
  };
}
