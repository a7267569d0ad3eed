import { limits } from '../../../../../miniprogram/contracts/limits';
import { scopeOf } from '../../../access/permissions';
import type { SignedIn } from '../../../access/caller';
import { signedInEndpoint } from '../../../access/endpoint';
import { people, type Person } from '../../../person/person';
import type { Context } from '../../../platform/context';
import type { Where } from '../../../platform/database';
import { cutPage } from '../../../platform/page';
import { done, refuse } from '../../../platform/result';
import { id, object, optional, v } from '../../../platform/validation';
import { availableActions } from '../../rules/available-actions';
import { skillOf } from '../../rules/categories';
import { reachesPlace } from '../../rules/relations';
import { findOrder, prefetchOrder } from '../../flow/find-order';
import type { Order } from '../../document/order';
import { presentOrder } from '../../flow/present-order';
import { orderActor } from '../../flow/order-actor';
import { helpersWithLoads } from '../../matching/helper';
import { readRosters } from '../../matching/write-rosters';
import { monthText } from '../../../time/shanghai';
import {
  rankedBehind,
  suggestHelpers,
  suggestionView,
  suggestTeamMembers,
  type Rank,
  type Scored,
} from '../../matching/suggest';

/** So many people are read at once, as one read answers, and so often: a grid has fewer. */
const scanLimit = 99;
const maxReads = 10;

/** `3.5>1>p_…`: whom the page before ended with, as they are ranked. */
const cursorForm = /^(-?\d{1,6}(?:\.\d{1,20})?)>(\d{1,6})>([\w:.@-]{1,128})$/;

function readCursor(cursor: string | undefined): Rank | undefined {
  const [, score, load, memberId] = cursorForm.exec(cursor ?? '') ?? [];
  return memberId === undefined ? undefined : { score: Number(score), load: Number(load), memberId };
}

const writeCursor = ({ score, load, memberId }: Rank): string => `${String(score)}>${String(load)}>${memberId}`;

/**
 * Who could go, a page of them, best first, with reasons: for staff every member of the community and teams with the
 * skill, for a captain their own team. Before the first count of helpers, staff see those of the grid, and it costs one
 * read more for each 99 of them.
 * Cost: 2 reads.
 */
export const suggestMembers = signedInEndpoint({
  name: 'order.suggest',
  input: object({ orderId: id, cursor: optional(v.pipe(v.string(), v.regex(cursorForm))) }),
  identity: 'caller',
  idempotency: 'read',
  prefetch: prefetchOrder,
  async run(context, caller, { orderId, cursor }) {
    const found = await findOrder(context, caller, orderId);
    if (!found.ok) return found;
    const all = await rankPeople(context, caller, found.data);
    if (!all) return refuse('NOT_FOUND', 'orderId');
    const page = cutPage(rankedBehind(all, readCursor(cursor)), limits.pageSize, writeCursor);
    const shown = await presentOrder(context, caller, found.data);
    if (!shown.ok) return shown;
    const suggestions = page.shown.map(suggestionView);
    return done({ order: shown.data, suggestions, ...(page.next !== undefined && { next: page.next }) });
  },
});

/** @returns undefined for whoever has nobody to send */
async function rankPeople(context: Context, caller: SignedIn, order: Order): Promise<readonly Scored[] | undefined> {
  const actor = orderActor(caller);
  const { communityId, place } = order;
  const skill = skillOf(order);
  const now = context.clock.now();
  if (reachesPlace(order, actor) && scopeOf(actor.hat, 'order.dispatch') !== 'none') {
    const rosters = await readRosters(context.database, communityId);
    if (rosters.length > 0) return suggestHelpers(order, helpersWithLoads(rosters, monthText(now)), now);
    const found = await readPeople(context, [
      { communityId, 'serves.gridId': place.gridId, reachable: true },
      ...(skill === null ? [] : [{ communityId, 'team.skill': skill, reachable: true }]),
    ]);
    return suggestHelpers(order, found, now);
  }
  if (actor.teamId === null || !availableActions(order, actor).includes('accept')) return undefined;
  const team = await readPeople(context, [{ communityId, teamId: actor.teamId, reachable: true }]);
  return suggestTeamMembers(order, team, actor.personId, now);
}

/** Everybody whom one of these conditions fits. */
async function readPeople({ database }: Context, conditions: readonly Where[]): Promise<readonly Person[]> {
  const found: Person[] = [];
  for (let reads = 0; reads < maxReads && found.length === reads * scanLimit; reads += 1) {
    const behind = { _id: { gt: found.at(-1)?._id ?? '' } };
    const anyOf = conditions.map((condition) => ({ ...condition, ...behind }));
    found.push(...(await database.find(people, { anyOf, sort: { _id: 'asc' }, limit: scanLimit })));
  }
  return found;
}
