import type { Reply } from '../../../miniprogram/contracts/error';
import { waysOfGuests } from './guest-ways';
import type { Said, Walk } from './walk';

const answerOf = (reply: Reply<unknown>): string => (reply.ok ? 'allowed' : reply.code);

const byHand = {
  kind: 'grant',
  personId: 'p_young',
  unit: 'organization',
  points: 5,
  reason: '抗洪那几天守了三夜大坝',
} as const;

/** What is written by hand: alone, and by two. */
export function waysByHand(walk: Walk) {
  const { cloud, tried, made } = walk;
  const guests = waysOfGuests(walk);
  /** On a month of its own: a month has room for so many points of one person. */
  async function propose(openid: string, more: Partial<Said<'passbook.proposeGrant'>> = {}): Promise<string> {
    await cloud().setClock('2026-12-07T10:00:00+08:00');
    return (await made(openid, 'passbook.proposeGrant', { ...byHand, ...more })).grantId;
  }
  const sign = async (openid: string, grantId: string) =>
    answerOf(await tried(openid, 'passbook.signGrant', { grantId, agree: true }));
  const tryAlone = async (more: Partial<Said<'passbook.proposeGrant'>>) =>
    answerOf(await tried('o_committee', 'passbook.proposeGrant', { ...byHand, ...more }));
  return {
    attempts: {
      ...guests.attempts,
      grantToOneself: () => tryAlone({ personId: 'p_committee' }),
      ownGrant: async () => sign('o_committee', await propose('o_committee')),
      grantAboveCap: () => tryAlone({ points: 21 }),
      ownOpening: async () =>
        sign('o_committee', await propose('o_committee', { kind: 'opening', personId: 'p_senior' })),
    },
    groups: { ...guests.groups, grant: async () => sign('o_secretary', await propose('o_committee')) },
  };
}
