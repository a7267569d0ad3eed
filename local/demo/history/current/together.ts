import type { OrderCommand } from '../../../../cloudfunctions/core/order/rules/command';
import { accept, complete } from '../order-steps';
import { candidateOf } from '../participants';
import { hourMs, hoursOfOneDay, minuteMs } from '../time';
import { hoursAgo, type CurrentOrders } from './current-orders';

/** What somebody waits for that has a day of its own: hours that were named, a seat, an answer. */
export function simulateTogether(current: CurrentOrders): void {
  simulateWardrobe(current);
  simulateAppointment(current);
  simulateQuestion(current);
}

/** Two carry a wardrobe: one has done their part, a third would come if a seat got free. */
function simulateWardrobe(current: CurrentOrders): void {
  const { participants } = current.context;
  const [first, second, third] = ['captain-tian', 'member-ma', 'captain-lei'].map((who) => participants.named(who));
  if (!first || !second || !third) return;
  const order = current.begin({
    category: 'errand',
    words: '大衣柜要挪到北屋，一个人抬不动',
    hoursAgo: 46,
    requester: current.atHome('桃园路 7 号院 1 户'),
    when: 'saturday',
  });
  const worker = participants.holder('gridWorker', order.request.requester.home);
  order.simulation.perform(hoursAgo(order, 45).at, worker, {
    action: 'dispatch',
    members: [first, second, third].map(candidateOf),
    pool: false,
    note: null,
    capacity: 2,
  });
  accept(hoursAgo(order, 40), first);
  accept(hoursAgo(order, 38), second);
  order.simulation.perform(hoursAgo(order, 30).at, participants.member(third), { action: 'standBy' });
  complete(hoursAgo(order, 4), first);
}

/** Somebody said when they come. */
function simulateAppointment(current: CurrentOrders): void {
  const { participants, now } = current.context;
  const helper = participants.named('captain-tian');
  const order = current.dispatched(
    {
      category: 'repair',
      words: '水龙头关不紧，一夜滴一盆',
      hoursAgo: 22,
      requester: current.atHome('桃园路 7 号院 3 户'),
    },
    [helper],
  );
  accept(hoursAgo(order, 20), helper);
  const appointment = hoursOfOneDay(now, { inMs: 6 * hourMs, lastMs: 90 * minuteMs });
  order.simulation.perform(hoursAgo(order, 19).at, participants.member(helper), { action: 'appoint', appointment });
}

/** Whoever goes asked something, and the clock stands still until the answer. */
function simulateQuestion(current: CurrentOrders): void {
  const { participants } = current.context;
  const helper = participants.named('member-sun');
  const order = current.dispatched(
    { category: 'device', words: '手机收不到验证码', hoursAgo: 25, requester: current.atHome('桃园路 7 号院 4 户') },
    [helper],
  );
  accept(hoursAgo(order, 21), helper);
  const ask: OrderCommand = { action: 'askRequester', words: '是哪一种手机，您哪天在家' };
  order.simulation.perform(hoursAgo(order, 18).at, participants.member(helper), ask);
}
