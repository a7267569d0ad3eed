import { hoursAgo, type CurrentOrders } from './current-orders';

/** 后所营: errands of tenants, one of them private. */
export function simulateHousuoying(current: CurrentOrders): void {
  const { participants } = current.context;
  const tenant = current.atHome('东街一巷 2 号院 2 户');
  current.begin({ category: 'schooling', words: '孩子要上小学，不知道准备什么', hoursAgo: 6, requester: tenant });
  current.begin({
    category: 'birth',
    words: '想办生育登记',
    hoursAgo: 3,
    requester: current.atHome('东街一巷 3 号院 2 户'),
  });
  const taken = current.begin({
    category: 'registration',
    words: '搬来两个月了，登记要带什么',
    hoursAgo: 30,
    requester: current.atHome('东街一巷 2 号院 3 户'),
  });
  hoursAgo(taken, 20).simulation.perform(taken.at, participants.holder('courtyardHead', taken.request.requester.home), {
    action: 'accept',
    assignedMember: null,
  });
}
