import type { OrderCategory, VisitTime } from '../../../miniprogram/contracts/order';
import type { DemoPerson } from '../people/people-builder';
import { within, type PlaceNode } from '../places/tree';
import { candidateOf } from './participants';
import { complete, release, dispatch, accept, decline, wait, type OrderInProgress } from './order-steps';
import { submitOrder, type SimulationContext } from './simulation-context';
import type { OrderSimulation } from './order-simulation';
import { after, hourMs, minuteMs } from './time';
import { requestTexts } from './sample-texts';

interface CurrentRequest {
  readonly category: OrderCategory;
  readonly words: string;
  readonly hoursAgo: number;
  readonly requester: DemoPerson & { home: PlaceNode };
  readonly when?: VisitTime;
  readonly source?: 'card' | 'phone';
  readonly private?: boolean;
}

/** What is under way right now, so that every queue has something in it. */
class CurrentOrders {
  readonly simulations: OrderSimulation[] = [];

  constructor(readonly context: SimulationContext) {}

  atHome(household: string): DemoPerson & { home: PlaceNode } {
    const found = this.context.participants.requesters.find(({ home }) => home.label === household);
    if (found === undefined) throw new Error(`nobody asks at ${household}`);
    return found;
  }

  /** Asked so many hours ago; the telling stands at that moment. */
  begin({ requester: who, hoursAgo, when = 'any', ...wanted }: CurrentRequest): OrderInProgress {
    const at = after(this.context.now, -hoursAgo * hourMs);
    const request = { ...wanted, requester: who, when, at, key: `current:${this.simulations.length}` };
    const progress = { context: this.context, request, simulation: submitOrder(this.context, request), at };
    this.simulations.push(progress.simulation);
    return progress;
  }

  /** … and the grid worker sent it on a little later. */
  dispatched(wanted: CurrentRequest, to: readonly DemoPerson[], laterMinutes = 40): OrderInProgress {
    const progress = this.begin(wanted);
    progress.at = after(progress.at, laterMinutes * minuteMs);
    dispatch(progress, to);
    return progress;
  }
}

function hoursAgo(progress: OrderInProgress, hours: number): OrderInProgress {
  progress.at = after(progress.context.now, -hours * hourMs);
  return progress;
}

/** 蓝色网格 of 常青藤: what the pictures of the product show. */
function simulateBlueGrid(current: CurrentOrders): void {
  const { participants } = current.context;
  const [sun, ma, captain] = [
    participants.named('member-sun'),
    participants.named('member-ma'),
    participants.named('captain-tian'),
  ];
  const wang = current.atHome('柳巷 12 号院 1 户');
  const luo = current.atHome('柳巷 12 号院 3 户');
  current.dispatched(
    { category: 'repair', words: '厨房水管漏水，地上都是水', hoursAgo: 3, requester: wang, when: 'today-afternoon' },
    [sun, ma],
    53,
  );
  current.begin({
    category: 'repair',
    words: '卫生间的灯不亮了',
    hoursAgo: 0.9,
    requester: current.atHome('柳巷 15 号院 1 户'),
    when: 'today-evening',
  });
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
  current.dispatched(
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
  current.dispatched(
    { category: 'device', words: '电视没有信号', hoursAgo: 76.5, requester: current.atHome('柳南巷 12 号院 3 户') },
    [ma],
    30,
  );
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

/** Two neighbours, one dark stairway: the second order goes on in the first. */
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
    progress.at = after(progress.at, 45 * minuteMs);
    progress.simulation.perform(progress.at, participants.holder('gridWorker', within(who.home, 'courtyard')), {
      action: 'dispatch',
      members: [],
      pool: true,
      note: null,
    });
  });
}

function simulateEvergreen(current: CurrentOrders): void {
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
}

/** 后所营: errands of tenants, one of them private. */
function simulateHousuoying(current: CurrentOrders): void {
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
    goer: null,
  });
}

/** 城东: the woman of 84 called; the young mother's papers are nobody else's business (S4-07). */
function simulateChengdong(current: CurrentOrders): void {
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
    goer: null,
  });
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

const simulators: Readonly<Record<string, (current: CurrentOrders) => void>> = {
  changqingteng: simulateEvergreen,
  housuoying: simulateHousuoying,
  chengdong: simulateChengdong,
};

/** Orders that are under way at `now`, each at a place where the demo's own people meet it. */
export function simulateCurrentOrders(context: SimulationContext): OrderSimulation[] {
  const current = new CurrentOrders(context);
  simulators[context.community.document._id]?.(current);
  return current.simulations;
}
