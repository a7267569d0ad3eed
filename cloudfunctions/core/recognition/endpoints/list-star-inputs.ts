import { limits } from '../../../../miniprogram/contracts/limits';
import type { StarInputView } from '../../../../miniprogram/contracts/star';
import { signedInEndpoint } from '../../access/endpoint';
import { communities, type Community } from '../../place/community';
import type { Question } from '../../platform/database';
import { cutPage, pageQuery } from '../../platform/page';
import { done, refuse } from '../../platform/result';
import { cursor, object, optional, v } from '../../platform/validation';
import { isShown } from '../community-policy';
import { month } from '../inputs';
import type { StarFact } from '../rules/star';
import { starIdOf, starMonths, starServices, starVotes, type StarMonth } from '../star/star';
import { factOf } from '../star/vote-facts';

/**
 * All that a month's star follows from, by keys that name nobody: every service, and, once it is decided, every vote;
 * what does not count says why.
 * Cost: 3 reads.
 */
export const listStarInputs = signedInEndpoint({
  name: 'recognition.listStarInputs',
  input: object({ month, of: v.picklist(['services', 'votes']), cursor: optional(cursor) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database }, { login: { communityId } }, input) {
    const starId = starIdOf(communityId, input.month);
    const asked: Question<Community> = { of: communities, where: { _id: communityId }, limit: 1 };
    const stars: Question<StarMonth> = { of: starMonths, where: { _id: starId }, limit: 1 };
    const [[community] = [], [star] = []] = (await database.findTogether(communities, [asked, stars] as const)) ?? [];
    if (!isShown(community, 'star')) return refuse('NOT_SHOWN');
    if (!star || star.state === 'gathering') return refuse('NOT_FOUND', 'month');
    if (input.of === 'services') {
      const found = await database.find(starServices, {
        where: { starId, inputKey: { gt: input.cursor ?? '' } },
        sort: { inputKey: 'asc' },
        ...pageQuery(limits.pageSize),
      });
      const { shown, next } = cutPage(found, limits.pageSize, ({ inputKey }) => inputKey);
      const inputs = shown.map((one) => inputView(one.inputKey, one));
      return done({ inputs, ...(next !== undefined && { next }) });
    }
    if (star.state !== 'decided') return refuse('VOTING_GOES_ON', 'month');
    const votes = await database.find(starVotes, {
      where: { starId, from: { gt: input.cursor ?? '' } },
      sort: { from: 'asc' },
      ...pageQuery(limits.pageSize),
    });
    const { shown, next } = cutPage(votes, limits.pageSize, ({ from }) => from);
    const inputs = shown.map((one) => inputView(one.from, factOf(one, star.decided?.personId)));
    return done({ inputs, ...(next !== undefined && { next }) });
  },
});

function inputView(inputId: string, { to, from, excluded }: StarFact): StarInputView {
  return { inputId, to, from, ...(excluded && { excluded }) };
}
