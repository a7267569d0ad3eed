import type { Login } from '../access/login';
import { communities } from '../place/community';
import type { Context } from '../platform/context';
import { defaultMessagePolicy } from './policy';
import { isFlooded, isSurelyFree, nextDigestAt } from './rules/flood';

/** Phones on which enough rang, and when they are told of what waits. */
export interface Flooded {
  readonly held: readonly Login[];
  readonly digestAt: Date;
}

/**
 * Whose phones wait for a digest, by community. No read where nobody had a subscription message within a day, which is
 * the longest that a policy counts; else one for each community of those who had.
 */
export async function findFlooded(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  to: readonly Login[],
): Promise<readonly Flooded[]> {
  const now = clock.now();
  const rung = to.filter(({ pushedAt = [] }) => !isSurelyFree(pushedAt, now));
  const communityIds = [...new Set(rung.map(({ communityId }) => communityId))];
  const found = await Promise.all(
    communityIds.map(async (communityId) => {
      const community = await database.get(communities, communityId);
      const policy = community?.policy.message ?? defaultMessagePolicy;
      const held = rung.filter(
        (login) => login.communityId === communityId && isFlooded(login.pushedAt ?? [], policy, now),
      );
      return { held, digestAt: nextDigestAt(now, policy) };
    }),
  );
  return found.filter(({ held }) => held.length > 0);
}
