import type { DemoPerson } from '../../people/people-builder';
import { complete, release, dispatch, accept, decline } from '../order-steps';
import { doubtPhotos, hideWords } from '../moderated';
import { hoursAgo, type CurrentOrders } from './current-orders';

/** 蓝色网格 of 常青藤: what the pictures of the product show. */
export function simulateBlueGrid(current: CurrentOrders): void {
  const { participants } = current.context;
  const [sun, ma] = [participants.named('member-sun'), participants.named('member-ma')];
  const wang = current.atHome('柳巷 12 号院 1 户');
  current.dispatched(
    { category: 'repair', words: '厨房水管漏水，地上都是水', hoursAgo: 3, requester: wang, when: 'today-afternoon' },
    [sun, ma],
    53,
  );
  const lamp = current.begin({
    category: 'repair',
    words: '卫生间的灯不亮了',
    hoursAgo: 0.9,
    requester: current.atHome('柳巷 15 号院 1 户'),
    when: 'today-evening',
  });
  doubtPhotos(lamp);
  current.begin({
    category: 'birth',
    words: '孕期建册要带什么',
    hoursAgo: 2,
    requester: current.atHome('柳巷 3 号院 2 户'),
  });
  current.begin({
    category: 'escort',
    words: '想找人陪着去医院复查',
    hoursAgo: 4,
    requester: current.atHome('柳巷 18 号院 2 户'),
    when: 'saturday',
    source: 'phone',
  });
  simulateWaitingOrders(current);
  simulateWorkInBlueGrid(current);
}

/** Offered days ago, and nobody has accepted: one is due soon, the other overdue. */
function simulateWaitingOrders(current: CurrentOrders): void {
  const { participants } = current.context;
  const [sun, ma, captain] = [
    participants.named('member-sun'),
    participants.named('member-ma'),
    participants.named('captain-tian'),
  ];
  const ramp = current.dispatched(
    {
      category: 'repair',
      words: '给轮椅上的叔叔修坡道',
      hoursAgo: 68,
      requester: current.atHome('柳南巷 7 号院 2 户'),
      when: 'saturday',
    },
    [sun, ma, captain],
    60,
  );
  hideWords(hoursAgo(ramp, 20));
  current.dispatched(
    { category: 'device', words: '电视没有信号', hoursAgo: 76.5, requester: current.atHome('柳南巷 12 号院 3 户') },
    [ma],
    30,
  );
}

/** Orders of the same grid that somebody has taken on: one in hand, one done, one that came back unsolved. */
function simulateWorkInBlueGrid(current: CurrentOrders): void {
  const { participants } = current.context;
  const [sun, captain] = [participants.named('member-sun'), participants.named('captain-tian')];
  const wang = current.atHome('柳巷 12 号院 1 户');
  const luo = current.atHome('柳巷 12 号院 3 户');
  const doing = current.dispatched({ category: 'device', words: '医保电子凭证不会弄', hoursAgo: 26, requester: luo }, [
    sun,
  ]);
  accept(hoursAgo(doing, 20), sun);
  const done = current.dispatched(
    { category: 'repair', words: '门锁转不动，怕锁在外面', hoursAgo: 50, requester: luo },
    [captain],
  );
  accept(hoursAgo(done, 44), captain);
  complete(hoursAgo(done, 5), captain);
  const again = current.dispatched({ category: 'repair', words: '暖气片摸着不热', hoursAgo: 90, requester: wang }, [
    sun,
  ]);
  accept(hoursAgo(again, 80), sun);
  complete(hoursAgo(again, 52), sun);
  hoursAgo(again, 28).simulation.perform(again.at, participants.resident(wang), {
    action: 'reopen',
    words: '晚上又不热了',
    finishCode: again.simulation.nextCode,
  });
  simulateReturns(current, sun, captain);
}

/** Twice returned: only the secretary rules now. */
function simulateReturns(current: CurrentOrders, first: DemoPerson, second: DemoPerson): void {
  const lamp = current.dispatched(
    {
      category: 'other',
      words: '柳巷路灯不亮，两个网格都说不归自己',
      hoursAgo: 60,
      requester: current.atHome('柳巷 7 号院 2 户'),
    },
    [first],
  );
  decline(hoursAgo(lamp, 50), first);
  hoursAgo(lamp, 48);
  dispatch(lamp, [second]);
  accept(hoursAgo(lamp, 40), second);
  release(hoursAgo(lamp, 30), second);
}
