import { within } from '../../places/tree';
import { candidateOf } from '../participants';
import { after, minuteMs } from '../time';
import { turnIntoWish } from '../order-steps';
import { requestTexts } from '../sample-texts';
import { hoursAgo, type CurrentOrders } from './current-orders';
import { simulateBlueGrid } from './blue-grid';
import { simulateTogether } from './together';

/** Two neighbours report the same dark stairway: the second order goes on in the first. */
function simulateDuplicate(current: CurrentOrders): void {
  const { participants } = current.context;
  const wanted = { category: 'repair', words: '楼道声控灯坏了，晚上看不见' } as const;
  const [helper] = participants.membersFor('repair', current.atHome('槐荫路 12 号院 1 户').home, '');
  if (helper === undefined) return;
  const first = current.dispatched({ ...wanted, hoursAgo: 40, requester: current.atHome('槐荫路 12 号院 1 户') }, [
    helper,
  ]);
  const second = current.begin({ ...wanted, hoursAgo: 30, requester: current.atHome('槐荫路 12 号院 2 户') });
  const worker = participants.holder('gridWorker', second.request.requester.home);
  hoursAgo(second, 29).simulation.perform(second.at, worker, { action: 'merge', intoId: first.simulation.order._id });
}

/** Wishes for the coming red Saturday, in the pool for whoever claims them. */
function simulateWishes(current: CurrentOrders): void {
  const { participants, random } = current.context;
  const request = random.sample(
    participants.requesters.filter(({ kinds }) => !kinds.has('serviceMember')),
    9,
  );
  request.forEach((who, index) => {
    const progress = current.begin({
      category: 'wish',
      words: requestTexts.wish[index] ?? '',
      hoursAgo: 20 + index * 5,
      requester: who,
      when: 'saturday',
    });
    progress.at = after(progress.at, 40 * minuteMs);
    turnIntoWish(progress);
    progress.at = after(progress.at, 5 * minuteMs);
    progress.simulation.perform(progress.at, participants.holder('gridWorker', within(who.home, 'courtyard')), {
      action: 'dispatch',
      members: [],
      pool: true,
      note: null,
    });
  });
}

/** 常青藤. */
export function simulateEvergreen(current: CurrentOrders): void {
  simulateBlueGrid(current);
  simulateDuplicate(current);
  simulateWishes(current);
  const { participants } = current.context;
  current.dispatched(
    { category: 'legal', words: '房东不退押金怎么办', hoursAgo: 5, requester: current.atHome('桃园路 7 号院 2 户') },
    [participants.named('captain-lei')],
  );
  const late = current.atHome('枫林路 7 号院 1 户');
  const [helper] = participants.membersFor('other', late.home, late.personId);
  if (helper === undefined) throw new Error('nobody helps');
  const overdue = current.begin({ category: 'other', words: '门口电动车停得出不去', hoursAgo: 80, requester: late });
  overdue.at = after(overdue.at, 90 * minuteMs);
  overdue.simulation.perform(overdue.at, participants.holder('gridWorker', late.home), {
    action: 'dispatch',
    members: [candidateOf(helper)],
    pool: false,
    note: null,
  });
  simulateTogether(current);
}
