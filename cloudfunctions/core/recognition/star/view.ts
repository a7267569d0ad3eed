import type { StarView } from '../../../../miniprogram/contracts/star';
import { scopeOf } from '../../access/permissions';
import type { SignedIn } from '../../access/caller';
import { orders, type Order } from '../../order/document/order';
import { communities, type Community } from '../../place/community';
import type { Context } from '../../platform/context';
import type { Question } from '../../platform/database';
import { recognitionChoices, type RecognitionChoice } from '../choice';
import { isShown } from '../community-policy';
import { isClosedIn } from './gather';
import { starIdOf, starMonths, starVotes, voteIdOf, type StarMonth, type StarVote } from './star';

/** Nobody has more orders closed of late. */
const ordersLookedAt = 60;

/** What there is of a month, and of the reader in it. */
export interface StarFacts {
  readonly month: string;
  readonly community: Community | undefined;
  readonly star: StarMonth | undefined;
  readonly vote: StarVote | undefined;
  readonly hidden: RecognitionChoice['hidden'];
  readonly hasClosed: boolean;
}

/** One read. */
export async function readStar({ database }: Context, { login }: SignedIn, month: string): Promise<StarFacts> {
  const { communityId, personId } = login;
  const starId = starIdOf(communityId, month);
  const asked: Question<Community> = { of: communities, where: { _id: communityId }, limit: 1 };
  const stars: Question<StarMonth> = { of: starMonths, where: { _id: starId }, limit: 1 };
  const votes: Question<StarVote> = { of: starVotes, where: { _id: voteIdOf(starId, personId) }, limit: 1 };
  const own: Question<RecognitionChoice> = { of: recognitionChoices, where: { _id: personId }, limit: 1 };
  const closed: Question<Order> = {
    of: orders,
    where: { followers: personId, closed: true, createdKey: { gt: '' } },
    sort: { createdKey: 'desc' },
    exclude: ['trail', 'photos', 'wordPairs', 'requests', 'outbox', 'repeatRequests', 'offers'],
    limit: ordersLookedAt,
  };
  const [[community] = [], [star] = [], [vote] = [], [choice] = [], ordered = []] =
    (await database.findTogether(communities, [asked, stars, votes, own, closed] as const)) ?? [];
  const hasClosed = ordered.some(
    (order) => order.communityId === communityId && order.requester.personId === personId && isClosedIn(month, order),
  );
  return { month, community, star, vote, hidden: choice?.hidden ?? [], hasClosed };
}

/** Votes are nobody's to read before it is decided. */
export function starView({ hat, login }: SignedIn, facts: StarFacts, now: Date): StarView {
  const { month, community, star, vote, hidden, hasClosed } = facts;
  const shown = isShown(community, 'star');
  const none = { shown, month, finalists: [], winners: [], mayVote: false, mayDecide: false, hidden };
  if (!shown || !star || star.state === 'gathering') return none;
  const state = star.state === 'decided' ? 'decided' : now < star.votingUntil ? 'voting' : 'counting';
  const isDecider = scopeOf(hat.hat, 'recognition.decideStar') !== 'none';
  const votedFor = star.finalists.find(({ key }) => key === vote?.to)?.personId;
  return {
    ...none,
    state,
    finalistsWanted: star.finalistsWanted,
    votingUntil: star.votingUntil.toISOString(),
    finalists: star.finalists
      .filter(({ name }) => name !== '')
      .map((one) => ({ ...one, ...(state === 'decided' && { votes: star.votes[one.key] ?? 0 }) })),
    winners: star.finalists.flatMap(({ key, name }) => (star.winnerKeys.includes(key) && name !== '' ? [name] : [])),
    mayVote: state === 'voting' && hasClosed && !isDecider,
    ...(votedFor !== undefined && { votedFor }),
    mayDecide: state === 'counting' && isDecider && !star.personIds.includes(login.personId),
  };
}
