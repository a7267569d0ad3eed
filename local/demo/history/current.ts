import type { OrderCategory, VisitTime } from '../../../miniprogram/contracts/order';
import type { Somebody } from '../people/crowd';
import { within, type Site } from '../places/tree';
import { candidateOf } from './cast';
import { finish, giveBack, offer, takeOn, turnDown, wait, type Telling } from './helping';
import { ask, type Stage } from './stage';
import type { Tale } from './tale';
import { after, hourMs, minuteMs } from './time';
import { requests } from './words';

interface Wanted {
  readonly category: OrderCategory;
  readonly words: string;
  readonly hoursAgo: number;
  readonly who: Somebody & { home: Site };
  readonly when?: VisitTime;
  readonly source?: 'card' | 'phone';
  readonly private?: boolean;
}

/** What is under way right now, so that every queue has something in it. */
class Current {
  readonly tales: Tale[] = [];

  constructor(readonly stage: Stage) {}

  atHome(household: string): Somebody & { home: Site } {
    const found = this.stage.cast.askers.find(({ home }) => home.label === household);
    if (found === undefined) throw new Error(`nobody asks at ${household}`);
    return found;
  }

  /** Asked so many hours ago; the telling stands at that moment. */
  begin({ who, hoursAgo, when = 'any', ...wanted }: Wanted): Telling {
    const at = after(this.stage.now, -hoursAgo * hourMs);
    const asking = { ...wanted, asker: who, when, at, key: `current:${this.tales.length}` };
    const telling = { stage: this.stage, asking, tale: ask(this.stage, asking), at };
    this.tales.push(telling.tale);
    return telling;
  }

  /** … and the grid worker sent it on a little later. */
  offered(wanted: Wanted, to: readonly Somebody[], laterMinutes = 40): Telling {
    const telling = this.begin(wanted);
    telling.at = after(telling.at, laterMinutes * minuteMs);
    offer(telling, to);
    return telling;
  }
}

function hoursAgo(telling: Telling, hours: number): Telling {
  telling.at = after(telling.stage.now, -hours * hourMs);
  return telling;
}

/** 蓝色网格 of 常青藤: what the pictures of the product show. */
function tellBlueGrid(current: Current): void {
  const { cast } = current.stage;
  const [sun, ma, captain] = [cast.named('member-sun'), cast.named('member-ma'), cast.named('captain-tian')];
  const wang = current.atHome('柳巷 12 号院 1 户');
  const luo = current.atHome('柳巷 12 号院 3 户');
  current.offered(
    { category: 'repair', words: '厨房水管漏水，地上都是水', hoursAgo: 3, who: wang, when: 'today-afternoon' },
    [sun, ma],
    53,
  );
  current.begin({
    category: 'repair',
    words: '卫生间的灯不亮了',
    hoursAgo: 0.9,
    who: current.atHome('柳巷 15 号院 1 户'),
    when: 'today-evening',
  });
  current.begin({ category: 'birth', words: '孕期建册要带什么', hoursAgo: 2, who: current.atHome('柳巷 3 号院 2 户') });
  current.begin({
    category: 'escort',
    words: '想找人陪着去医院复查',
    hoursAgo: 4,
    who: current.atHome('柳巷 18 号院 2 户'),
    when: 'saturday',
    source: 'phone',
  });
  current.offered(
    {
      category: 'repair',
      words: '给轮椅上的叔叔修坡道',
      hoursAgo: 68,
      who: current.atHome('柳南巷 7 号院 2 户'),
      when: 'saturday',
    },
    [sun, ma, captain],
    60,
  );
  current.offered(
    { category: 'device', words: '电视没有信号', hoursAgo: 76.5, who: current.atHome('柳南巷 12 号院 3 户') },
    [ma],
    30,
  );
  const doing = current.offered({ category: 'device', words: '医保电子凭证不会弄', hoursAgo: 26, who: luo }, [sun]);
  takeOn(hoursAgo(doing, 20), sun);
  const done = current.offered({ category: 'repair', words: '门锁转不动，怕锁在外面', hoursAgo: 50, who: luo }, [
    captain,
  ]);
  takeOn(hoursAgo(done, 44), captain);
  finish(hoursAgo(done, 5), captain);
  const again = current.offered({ category: 'repair', words: '暖气片摸着不热', hoursAgo: 90, who: wang }, [sun]);
  takeOn(hoursAgo(again, 80), sun);
  finish(hoursAgo(again, 52), sun);
  hoursAgo(again, 28).tale.then(again.at, cast.resident(wang), {
    action: 'reopen',
    words: '晚上又不热了',
    finishCode: again.tale.nextCode,
  });
  tellReturns(current, sun, captain);
}

/** Two neighbours, one dark stairway: the second order goes on in the first. */
function tellTwins(current: Current): void {
  const { cast } = current.stage;
  const wanted = { category: 'repair', words: '楼道声控灯坏了，晚上看不见' } as const;
  const [helper] = cast.fitFor('repair', current.atHome('槐荫路 12 号院 1 户').home, '');
  if (helper === undefined) return;
  const first = current.offered({ ...wanted, hoursAgo: 40, who: current.atHome('槐荫路 12 号院 1 户') }, [helper]);
  const second = current.begin({ ...wanted, hoursAgo: 30, who: current.atHome('槐荫路 12 号院 2 户') });
  const worker = cast.holder('gridWorker', second.asking.asker.home);
  hoursAgo(second, 29).tale.then(second.at, worker, { action: 'merge', intoId: first.tale.order._id });
}

/** Twice returned: only the secretary rules now. */
function tellReturns(current: Current, first: Somebody, second: Somebody): void {
  const lamp = current.offered(
    {
      category: 'other',
      words: '柳巷路灯不亮，两个网格都说不归自己',
      hoursAgo: 60,
      who: current.atHome('柳巷 7 号院 2 户'),
    },
    [first],
  );
  turnDown(hoursAgo(lamp, 50), first);
  hoursAgo(lamp, 48);
  offer(lamp, [second]);
  takeOn(hoursAgo(lamp, 40), second);
  giveBack(hoursAgo(lamp, 30), second);
}

/** Wishes for the coming red Saturday, in the pool for whoever claims them. */
function tellWishes(current: Current): void {
  const { cast, chance } = current.stage;
  const asking = chance.some(
    cast.askers.filter(({ kinds }) => !kinds.has('serviceMember')),
    9,
  );
  asking.forEach((who, index) => {
    const telling = current.begin({
      category: 'wish',
      words: requests.wish[index] ?? '',
      hoursAgo: 20 + index * 5,
      who,
      when: 'saturday',
    });
    telling.at = after(telling.at, 45 * minuteMs);
    telling.tale.then(telling.at, cast.holder('gridWorker', within(who.home, 'courtyard')), {
      action: 'dispatch',
      members: [],
      pool: true,
      note: null,
    });
  });
}

function tellEvergreen(current: Current): void {
  tellBlueGrid(current);
  tellTwins(current);
  tellWishes(current);
  const { cast } = current.stage;
  current.offered(
    { category: 'legal', words: '房东不退押金怎么办', hoursAgo: 5, who: current.atHome('桃园路 7 号院 2 户') },
    [cast.named('captain-lei')],
  );
  const late = current.atHome('枫林路 7 号院 1 户');
  const [helper] = cast.fitFor('other', late.home, late.personId);
  if (helper === undefined) throw new Error('nobody helps');
  const overdue = current.begin({ category: 'other', words: '门口电动车停得出不去', hoursAgo: 80, who: late });
  overdue.at = after(overdue.at, 90 * minuteMs);
  overdue.tale.then(overdue.at, cast.holder('gridWorker', late.home), {
    action: 'dispatch',
    members: [candidateOf(helper)],
    pool: false,
    note: null,
  });
}

/** 后所营: errands of tenants, one of them private. */
function tellHousuoying(current: Current): void {
  const { cast } = current.stage;
  const tenant = current.atHome('东街一巷 2 号院 2 户');
  current.begin({ category: 'schooling', words: '孩子要上小学，不知道准备什么', hoursAgo: 6, who: tenant });
  current.begin({ category: 'birth', words: '想办生育登记', hoursAgo: 3, who: current.atHome('东街一巷 3 号院 2 户') });
  const taken = current.begin({
    category: 'registration',
    words: '搬来两个月了，登记要带什么',
    hoursAgo: 30,
    who: current.atHome('东街一巷 2 号院 3 户'),
  });
  hoursAgo(taken, 20).tale.then(taken.at, cast.holder('courtyardHead', taken.asking.asker.home), {
    action: 'accept',
    assignedMember: null,
  });
}

/** 城东: the woman of 84 called; the young mother's papers are nobody else's business (S4-07). */
function tellChengdong(current: Current): void {
  const { cast } = current.stage;
  const alone = current.atHome('城东街南片 1 号楼 1 户');
  current.begin({ category: 'errand', words: '药吃完了，想请人去药房取', hoursAgo: 2, who: alone, source: 'phone' });
  const mother = current.begin({
    category: 'birth',
    words: '打算要二胎，手续怎么办',
    hoursAgo: 28,
    who: current.atHome('东华苑南片 2 号楼 3 户'),
  });
  hoursAgo(mother, 25).tale.then(mother.at, cast.holder('gridWorker', mother.asking.asker.home), {
    action: 'accept',
    assignedMember: null,
  });
  const seen = current.begin({
    category: 'repair',
    words: '楼道声控灯坏了，晚上看不见',
    hoursAgo: 30,
    who: current.atHome('城东街北片 2 号楼 2 户'),
  });
  const [helper] = cast.fitFor('repair', seen.asking.asker.home, seen.asking.asker.personId);
  if (helper === undefined) return;
  wait(seen, 1, 2);
  offer(seen, [helper]);
}

const tellers: Readonly<Record<string, (current: Current) => void>> = {
  changqingteng: tellEvergreen,
  housuoying: tellHousuoying,
  chengdong: tellChengdong,
};

/** Orders that are under way at `now`, each at a place where the demo's own people meet it. */
export function tellCurrent(stage: Stage): Tale[] {
  const current = new Current(stage);
  tellers[stage.neighbourhood.community._id]?.(current);
  return current.tales;
}
