import { withAct } from '../../access/act';
import { signedInEndpoint } from '../../access/endpoint';
import type { Database } from '../../platform/database';
import { replayOf } from '../../platform/request';
import { done, refuse } from '../../platform/result';
import { object, requestId } from '../../platform/validation';
import { month } from '../inputs';
import { countDistinct, winnersOf } from '../rules/star';
import { starMonths, starVotes, type StarMonth, type StarVote } from '../star/star';
import { readStar, starView } from '../star/view';
import { factOf } from '../star/vote-facts';

const votesAtOnce = 99;
const requestsKept = 10;

/**
 * The secretary has the votes counted, once the days of voting are over: the result follows from them alone. Whoever is
 * among the finalists does not decide, and a vote of whoever decides does not count.
 * Cost: grows with the votes of the month.
 */
export const decideStar = signedInEndpoint({
  name: 'recognition.decideStar',
  input: object({ month, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, input) {
    const { database, clock } = context;
    const { personId, name } = caller.login;
    const at = clock.now();
    const facts = await readStar(context, caller, input.month);
    const { star } = facts;
    if (!star || star.state === 'gathering') return refuse('NOT_FOUND', 'month');
    if (at < star.votingUntil) return refuse('VOTING_GOES_ON', 'month');
    if (star.personIds.includes(personId)) return refuse('SECOND_PERSON_NEEDED');
    const votes = (await readVotes(database, star._id)).map((vote) => factOf(vote, personId));
    const counted = Object.fromEntries(countDistinct(votes).map(({ key, count }) => [key, count]));
    const standing = star.finalists.map(({ key, households }) => ({ key, count: households }));
    const decided = await database.transaction<StarMonth>(async (transaction) => {
      const before = await transaction.get(starMonths, star._id);
      if (!before) return refuse('NOT_FOUND', 'month');
      const replay = replayOf(before.requests, context.request, () => before);
      if (replay) return replay;
      if (before.state === 'decided') return refuse('ALREADY_SETTLED', 'month');
      const set = {
        state: 'decided' as const,
        votes: counted,
        winnerKeys: winnersOf(standing, votes),
        decided: { personId, name, at },
        requests: [...before.requests, context.request].slice(-requestsKept),
        ...withAct(before, context, caller, 'recognition.decideStar'),
      };
      await transaction.update(starMonths, before._id, { set });
      return done({ ...before, ...set });
    });
    return decided.ok ? done(starView(caller, { ...facts, star: decided.data }, at)) : decided;
  },
});

async function readVotes(database: Database, starId: string): Promise<readonly StarVote[]> {
  const found: StarVote[] = [];
  for (;;) {
    const page = await database.find(starVotes, {
      where: { starId, _id: { gt: found.at(-1)?._id ?? '' } },
      sort: { _id: 'asc' },
      limit: votesAtOnce,
    });
    found.push(...page);
    if (page.length < votesAtOnce) return found;
  }
}
