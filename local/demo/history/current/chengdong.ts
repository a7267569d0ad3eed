import { dispatch, wait } from '../order-steps';
import { hoursAgo, type CurrentOrders } from './current-orders';

/** 城东: the woman of 84 called; the young mother's papers are nobody else's business (S4-07). */
export function simulateChengdong(current: CurrentOrders): void {
  const { participants } = current.context;
  const alone = current.atHome('城东街南片 1 号楼 1 户');
  current.begin({
    category: 'errand',
    words: '药吃完了，想请人去药房取',
    hoursAgo: 2,
    requester: alone,
    source: 'phone',
  });
  const mother = current.begin({
    category: 'birth',
    words: '打算要二胎，手续怎么办',
    hoursAgo: 28,
    requester: current.atHome('东华苑南片 2 号楼 3 户'),
  });
  hoursAgo(mother, 25).simulation.perform(mother.at, participants.holder('gridWorker', mother.request.requester.home), {
    action: 'accept',
    assignedMember: null,
  });
  simulateOutside(current);
  const seen = current.begin({
    category: 'repair',
    words: '楼道声控灯坏了，晚上看不见',
    hoursAgo: 30,
    requester: current.atHome('城东街北片 2 号楼 2 户'),
  });
  const [helper] = participants.membersFor('repair', seen.request.requester.home, seen.request.requester.personId);
  if (helper === undefined) return;
  wait(seen, 1, 2);
  dispatch(seen, [helper]);
}

/** Handed on to somebody outside, whose answer has not come. */
function simulateOutside(current: CurrentOrders): void {
  const outside = current.begin({
    category: 'repair',
    words: '楼前的井盖松了，车一过就响',
    hoursAgo: 50,
    requester: current.atHome('城东街南片 2 号楼 2 户'),
  });
  outside.simulation.perform(
    hoursAgo(outside, 44).at,
    current.context.participants.holder('gridWorker', outside.request.requester.home),
    { action: 'transfer', to: '12345 热线', note: '派给市政了，等回音' },
  );
}
