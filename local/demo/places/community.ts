import type { Community, DutyHours, GridAssignment } from '../../../cloudfunctions/core/place/community';
import { defaultPolicy, type Policy } from '../../../cloudfunctions/core/policy/policy';
import type { PeopleBuilder } from '../people/people-builder';
import type { PlaceTree } from './tree';

export const officeHours: DutyHours = {
  days: [1, 2, 3, 4, 5, 6],
  fromMinute: 8 * 60 + 30,
  toMinute: 18 * 60,
  text: '周一到周六 8:30 至 18:00',
};

/** What a new community starts with; a branch that keeps books adds its standards. */
export const policy: Policy = defaultPolicy;

export const services: readonly string[] = [
  '跑腿代办',
  '水电维修',
  '陪诊送药',
  '孩子入学',
  '生育登记',
  '法律咨询',
  '心里烦，想聊聊',
  '别的事也能问',
];

/** The roster that a card needs, from the tree and whoever holds the posts. */
export function gridsOf(tree: PlaceTree, people: PeopleBuilder): GridAssignment[] {
  return tree.of('grid').map((grid) => {
    const worker = people.holderOf('gridWorker', grid);
    const leader = people.holderOf('gridLeader', grid);
    return {
      gridId: grid.placeId,
      name: grid.name,
      path: grid.path,
      ...(grid.colour && { colour: grid.colour }),
      ...(worker && { worker }),
      ...(leader && { leader }),
    };
  });
}

type Own = Pick<Community, '_id' | 'name' | 'street' | 'branchName' | 'office' | 'duty'> & { policy: Policy };

export function communityOf(own: Own, tree: PlaceTree, people: PeopleBuilder): Community {
  const secretary = people.holderOf('secretary');
  return { services, ...own, grids: gridsOf(tree, people), ...(secretary && { secretary }) };
}
