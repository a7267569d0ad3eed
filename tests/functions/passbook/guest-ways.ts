import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import { newRequest } from '../../support/api';
import { couriersBranch } from '../../support/community';
import type { Walk } from './walk';

const { _id: branchId, name: branchName } = couriersBranch;
const post = { hat: 'committee', key: `committee@${branchId}`, branchId, placeId: branchId, path: branchId } as const;
const keeper = { ...post, placeName: branchName };

/** A member of the couriers' branch at a meeting of the community's. */
export function waysOfGuests({ cloud, tried, made }: Walk) {
  /** What others did before. */
  const byOthers: Walk['made'] = (openid, name, said) =>
    cloud().getAs(openid, name, { ...said, requestId: newRequest() } as never);
  /** The courier belongs to the couriers' branch, whose books they keep, and so does a member of the committee. */
  async function prepare(): Promise<void> {
    const kinds = ['branchMember'];
    await cloud().change('people', 'p_courier', { kinds, memberClass: 'senior', branchId, branchName });
    const member = { ...post, hat: 'member', key: `member@${branchId}`, placeName: branchName };
    await cloud().change('logins', 'o_courier', { kinds, hats: [keeper, member], hatInUse: keeper.key });
    const { hats } = cloud().storedOne<{ hats: readonly { key: string }[] }>('logins', 'o_committee');
    const others = hats.filter(({ key }) => key !== keeper.key);
    await cloud().change('logins', 'o_committee', { hats: [...others, keeper] });
  }
  async function walkedIn(startsAt: string, make: Walk['made'] = made): Promise<string> {
    await prepare();
    const plan = { title: '联合党课', kind: 'lecture', placeName: '活动室', startsAt } as const;
    const { activityId } = await make('o_group', 'activity.create', plan);
    const { name } = cloud().storedOne<{ name: string }>('people', 'p_courier');
    await make('o_group', 'activity.addWalkIn', { activityId, name });
    return activityId;
  }
  const ref = (activityId: string) => ({
    activityId,
    version: cloud().storedOne<Activity>('activities', activityId).version,
  });
  async function agree(openid: string, activityId: string): Promise<string> {
    const reply = await tried(openid, 'activity.decideWalkIn', { activityId, personId: 'p_courier', agree: true });
    return reply.ok ? 'allowed' : reply.code;
  }
  return {
    attempts: {
      async ownWalkIn() {
        // whoever wrote them in is not who tries
        return agree('o_courier', await walkedIn('2026-11-21T14:00:00+08:00', byOthers));
      },
      async walkInOfInventedName() {
        const plan = { title: '党课', kind: 'lecture', placeName: '活动室' } as const;
        const { activityId } = await made('o_group', 'activity.create', {
          ...plan,
          startsAt: '2026-11-21T16:00:00+08:00',
        });
        const reply = await tried('o_group', 'activity.addWalkIn', { activityId, name: '谁也不是' });
        return reply.ok ? 'allowed' : reply.code;
      },
    },
    groups: {
      async walkIn() {
        const activityId = await walkedIn('2026-11-22T14:00:00+08:00');
        await made('o_group', 'activity.close', ref(activityId));
        await made('o_committee', 'activity.sign', { ...ref(activityId), agree: true });
        await made('o_committee', 'person.switchHat', { hat: keeper.key });
        const answer = await agree('o_committee', activityId);
        await made('o_committee', 'person.switchHat', { hat: 'committee@qinghe' });
        return answer;
      },
    },
  };
}
