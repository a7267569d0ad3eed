import { hoursAgo, type CurrentOrders } from './current-orders';

/** 后所营: errands of tenants, one of them private. */
export function simulateHousuoying(current: CurrentOrders): void {
  const { participants } = current.context;
  const tenant = current.atHome('东街一巷 2 号院 2 户');
  const asked = {
    category: 'schooling',
    words: '孩子要上小学，不知道准备什么',
    hoursAgo: 6,
    requester: tenant,
  } as const;
  current.begin({ ...asked, vouched: true });
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
  for (const daysAgo of [52, 45, 38, 31, 24, 17, 10, 5]) simulateVouched(current, daysAgo);
}

/** An errand of the tenant that the head vouched for, done long ago: what the head's points come from (S1-19). */
function simulateVouched(current: CurrentOrders, daysAgo: number): void {
  const { participants } = current.context;
  const requester = current.atHome('东街一巷 2 号院 2 户');
  const asked = daysAgo * 24;
  const errand = current.begin({ category: 'registration', words: '租房登记要换一张证明', hoursAgo: asked, requester });
  const take = { action: 'accept', assignedMember: null } as const;
  const head = participants.holder('courtyardHead', requester.home);
  const worker = participants.holder('gridWorker', requester.home);
  const { simulation } = errand;
  simulation.perform(hoursAgo(errand, asked - 2).at, head, take);
  simulation.perform(hoursAgo(errand, asked - 5).at, worker, take);
  const evidence = { kind: 'phone', photos: [], note: '证明开好了' } as const;
  simulation.perform(hoursAgo(errand, asked - 30).at, worker, {
    action: 'complete',
    claim: { kind: 'phone', evidence },
  });
  const confirmed = { action: 'confirm', stars: 5, tags: [], words: null } as const;
  simulation.perform(hoursAgo(errand, asked - 40).at, participants.resident(requester), confirmed);
}
