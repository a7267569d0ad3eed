import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { holdersOf } from '../../../cloudfunctions/core/order/rules/seats';
import { derivedId, timeKey } from '../../../cloudfunctions/core/platform/ids';
import { isShown, recognitionPolicyOf } from '../../../cloudfunctions/core/recognition/community-policy';
import { finalistsOf } from '../../../cloudfunctions/core/recognition/rules/star';
import { mayThank } from '../../../cloudfunctions/core/recognition/rules/may-thank';
import { isClosedIn, servicesOf } from '../../../cloudfunctions/core/recognition/star/gather';
import {
  starIdOf,
  starKey,
  voteIdOf,
  type StarMonth,
  type StarService,
  type StarVote,
} from '../../../cloudfunctions/core/recognition/star/star';
import {
  shownAndAwaits,
  wordsPart,
  type ThanksNote,
} from '../../../cloudfunctions/core/recognition/thanks/thanks-note';
import { endOfMonth, monthAfter } from '../../../cloudfunctions/core/review/rules/review-day';
import { monthText } from '../../../cloudfunctions/core/time/shanghai';
import type { DemoCommunity } from '../communities/community-builder';
import { sampleThanks } from './sample-texts';

const dayMs = 86_400_000;
const votersAtMost = 9;

/** Thanks and a star as residents, the job and whoever looks at them would have left them. */
export interface SimulatedRecognition {
  readonly thanks: readonly ThanksNote[];
  readonly stars: readonly StarMonth[];
  readonly services: readonly StarService[];
  readonly votes: readonly StarVote[];
}

/** Of a community that shows them; the last thanks wait for a person, and the votes to be counted. */
export function simulateRecognition(
  { document, people }: DemoCommunity,
  orders: readonly Order[],
  now: Date,
): SimulatedRecognition {
  const none = { thanks: [], stars: [], services: [], votes: [] };
  if (!isShown(document, 'star') || !isShown(document, 'thanks')) return none;
  const known = new Map(people.all.map(({ personId, name, phone, home }) => [personId, { name, phone, home }]));
  const month = monthAfter(monthText(now), -1);
  const closed = orders.filter((order) => isClosedIn(month, order));
  const { finalists: finalistsWanted, voteDays } = recognitionPolicyOf(document);
  const head = { _id: starIdOf(document._id, month), communityId: document._id, month, salt: `demo-${document._id}` };
  const { services, helpers } = servicesOf({
    ...{ star: head, closed, known: new Map(), hidden: new Set<string>() },
    ...(document.secretary && { deciderId: document.secretary.personId }),
  });
  const finalists = finalistsOf(services, finalistsWanted).flatMap(({ key, count }) => {
    const helper = helpers.get(key);
    return helper ? [{ ...helper, key, households: count }] : [];
  });
  const star: StarMonth = {
    ...{ ...head, state: 'voting', finalistsWanted, finalists },
    votingUntil: new Date(endOfMonth(month).getTime() + voteDays * dayMs),
    personIds: finalists.map(({ personId }) => personId),
    ...{ votes: {}, winnerKeys: [], decided: null, requests: [] },
  };
  const votes = [...new Set(closed.map(({ requester }) => requester.personId))]
    .filter((personId) => known.has(personId))
    .slice(0, votersAtMost)
    .flatMap((personId, index) => voteOf(star, personId, index));
  return { thanks: thanksFor(closed), stars: [star], services, votes };
}

function voteOf(star: StarMonth, personId: string, index: number): readonly StarVote[] {
  const chosen = star.finalists[index % 3 === 0 ? 1 : 0];
  if (!chosen || chosen.personId === personId) return [];
  const at = new Date(star.votingUntil.getTime() - dayMs);
  const { _id: starId, communityId } = star;
  const from = starKey(star, personId);
  return [{ _id: voteIdOf(starId, personId), communityId, starId, personId, to: chosen.key, from, at, requests: [] }];
}

function thanksFor(closed: readonly Order[]): readonly ThanksNote[] {
  const thanked = closed.filter(mayThank).slice(0, sampleThanks.length);
  return thanked.map((order, index): ThanksNote => {
    const { _id, communityId, place, requester, closedAt, updatedAt } = order;
    const at = closedAt ?? updatedAt;
    const helpers = holdersOf(order).map(({ personId, name }) => ({ personId, name }));
    const state = index === thanked.length - 1 ? 'waiting' : 'shown';
    const authorId = requester.personId;
    const cases = [{ part: wordsPart, authorId, state, cause: 'check', openedAt: at, acts: [] } as const];
    return {
      ...{ _id, communityId, gridName: place.gridName, authorId, helpers, cases, ...shownAndAwaits({ cases }) },
      helperIds: helpers.map(({ personId }) => personId),
      ...{ words: sampleThanks[index] ?? '', at, timeKey: timeKey(at, _id) },
      requests: [{ requestKey: derivedId('', 'demo-thanks', _id), inputHash: 'demo' }],
    };
  });
}
