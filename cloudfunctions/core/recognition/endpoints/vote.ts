import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import { scopeOf } from '../../access/permissions';
import { kinshipOf, tracesOf } from '../../person/kinship';
import { people } from '../../person/person';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { id, object, requestId } from '../../platform/validation';
import { isShown } from '../community-policy';
import { month } from '../inputs';
import { starKey, starMonths, starVotes, voteIdOf, type StarVote } from '../star/star';
import { readStar, starView } from '../star/view';

const requestsKept = 10;

/**
 * A resident's one vote, who had an order closed in that month; voting again changes it. Nobody votes for themselves or
 * for somebody of their household, and whoever decides does not vote.
 * Cost: 6 reads, 2 writes.
 */
export const voteForStar = signedInEndpoint({
  name: 'recognition.vote',
  input: object({ month, personId: id, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const { database, clock } = context;
    const { personId, communityId } = caller.login;
    const now = clock.now();
    const facts = await readStar(context, caller, input.month);
    const { star, community, hasClosed } = facts;
    if (!isShown(community, 'star')) return refuse('NOT_SHOWN');
    if (!star || star.state === 'gathering') return refuse('NOT_FOUND', 'month');
    const finalist = star.finalists.find((one) => one.personId === input.personId);
    if (!finalist) return refuse('NOT_FOUND', 'personId');
    if (!hasClosed || scopeOf(caller.hat.hat, 'recognition.decideStar') !== 'none') return refuse('NO_VOTE');
    const [voter, candidate] = await Promise.all([
      database.get(people, personId),
      database.get(people, input.personId),
    ]);
    const kinship = kinshipOf(
      tracesOf(personId, voter, { phones: [] }),
      tracesOf(input.personId, candidate, { phones: [] }),
    );
    if (kinship !== null) return refuse('VOTE_CONFLICT', 'personId');
    const voteId = voteIdOf(star._id, personId);
    const voted = await database.transaction(async (transaction) => {
      const [before, stands] = [await transaction.get(starVotes, voteId), await transaction.get(starMonths, star._id)];
      const replay = replayOf(before?.requests ?? [], context.request, () => before);
      if (replay) return replay;
      if (stands?.state !== 'voting' || now >= stands.votingUntil) return refuse('VOTING_OVER', 'month');
      const after: StarVote = {
        ...{ _id: voteId, communityId, starId: star._id, personId },
        ...{ to: finalist.key, from: starKey(star, personId), at: now },
        requests: [...(before?.requests ?? []), context.request].slice(-requestsKept),
        ...withAct(before ?? {}, context, caller, 'recognition.vote'),
      };
      const { _id, ...fields } = after;
      if (before) await transaction.update(starVotes, _id, { set: fields });
      else await transaction.insert(starVotes, after);
      return done(after);
    });
    return voted.ok ? done(starView(caller, { ...facts, vote: voted.data }, now)) : voted;
  },
});
