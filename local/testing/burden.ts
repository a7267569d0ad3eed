/** What an order costs those who work on it: touches from the page where they meet it to its being done. */
import type { Action } from './openings';

export interface BurdenRow extends Action {
  readonly who: string;
  readonly what: string;
  readonly from: string;
  /** More touches than these are a burden. */
  readonly most: number;
}

/** In their order: each leaves the orders that the next ones need. */
export const burdenRows: readonly BurdenRow[] = [
  {
    ...{ name: 'burden-order', visit: 'home-resident', tap: '提交', says: /最晚 .+ 派人/ },
    before: ['我要点单', '水电维修', { field: '什么事？说两句就行', write: '厨房窗户的插销坏了，关不严' }],
    ...{ who: '居民', what: '点一张单', from: '首页', most: 3 },
  },
  {
    ...{
      name: 'burden-dispatch',
      visit: 'orders-grid',
      openid: 'worker-zhao',
      before: ['派单', /本月/],
      tap: /^派给/,
      says: '待派',
    },
    ...{ who: '网格员', what: '派一张单', from: '办事', most: 3 },
  },
  {
    ...{ name: 'burden-decline', visit: 'home-member', openid: 'member-ma', before: ['去不了', '那会儿没空'] },
    ...{ tap: '告诉网格员', says: '知道了，会请别人' },
    ...{ who: '党员', what: '说一声去不了', from: '首页', most: 3 },
  },
  {
    ...{ name: 'burden-accept', visit: 'home-member', tap: '我去', says: '接下了，先打个电话约时间' },
    ...{ who: '党员', what: '接一张派给自己的单', from: '首页', most: 1 },
  },
  {
    ...{ name: 'burden-claim', visit: 'home-member', tap: '认领', says: '接下了，先打个电话约时间' },
    ...{ who: '党员', what: '认领一个微心愿', from: '首页', most: 1 },
  },
  {
    ...{ name: 'burden-finish', visit: 'order-working', tap: '交上去，请居民点头', says: '等居民点头' },
    before: ['办好了，结单', '写下怎么办的', { field: '哪天去的', write: '今天上午去的，修好了' }],
    ...{ who: '党员', what: '办好了，交上去', from: '手里的单', most: 3 },
  },
  {
    ...{
      name: 'burden-confirm',
      visit: 'progress-completed',
      tap: '办好了',
      says: '愿意的话，打个分',
    },
    ...{ who: '居民', what: '点头', from: '办到哪了', most: 1 },
  },
  {
    ...{ name: 'burden-rate', visit: 'progress-completed', openid: 'resident-luo', before: ['5 分'], tap: '打完分' },
    ...{ says: '您打的分', who: '居民', what: '点过头，再打个分', from: '办到哪了', most: 2 },
  },
  {
    ...{
      name: 'burden-dispatch-two',
      visit: 'orders-grid',
      openid: 'worker-zhao',
      tap: /^派给[^\d]+、/,
      says: '派给了 2 位党员',
    },
    before: ['派单'],
    ...{ who: '网格员', what: '一张单派给排在最前的两位', from: '办事', most: 2 },
  },
  {
    ...{
      name: 'burden-choose-two',
      visit: 'orders-grid',
      openid: 'worker-zhao',
      tap: '派给 2 位党员',
      says: '派给了 2 位党员',
    },
    before: ['派单', { unticked: /本月/ }, { unticked: /本月/ }],
    ...{ who: '网格员', what: '一张单派给自己挑的两位', from: '办事', most: 4 },
  },
  {
    ...{ name: 'burden-phone', visit: 'home-grid', tap: '记下来，去派单', says: '谁去合适' },
    before: [
      '记一张电话点单',
      { field: '怎么称呼', write: '何桂香' },
      { field: '座机、手机都行', write: '16400000777' },
      { field: '院名、姓名', write: '柳巷12' },
      '柳巷 12 号院',
      '水电维修',
      { field: '电话里怎么说的', write: '厨房水管接头松了' },
    ],
    ...{ who: '网格员', what: '记一张电话点单', from: '首页', most: 4 },
  },
  {
    ...{ name: 'burden-plan', visit: 'activities', tap: '排好，去点名单', says: '到了' },
    before: ['排一次活动', '11 月 28 日 星期六', { field: '比如党群活动室', write: '党群活动室' }],
    ...{ who: '支部书记', what: '排一次活动', from: '活动', most: 3 },
  },
  {
    ...{ name: 'burden-roll', visit: 'activity', tap: '点完了，请人签字', says: '等签字' },
    before: [{ row: '朱晓雯', touch: '没来' }, { row: '韦慧琴', touch: '没来' }, /位都到了$/, '点完了'],
    ...{ who: '支部书记', what: '43 人点名，两人没来', from: '这次活动', most: 5 },
  },
  {
    ...{ name: 'burden-reversal', visit: 'book', tap: '提上去，等人签字', says: '提上去了，等另一个人签字' },
    before: [/^提请冲正/, { field: '为什么要冲', write: '签到册上重了一行' }],
    ...{ who: '支部书记', what: '提请冲正一笔', from: '这本存折', most: 2 },
  },
];

/** What is written is no touch. */
export const tapsOf = ({ before = [] }: BurdenRow): number =>
  before.filter((step) => typeof step === 'string' || !('field' in step)).length + 1;

/** An order's way to its end, by the touches that it takes, whoever makes them. */
const ways: readonly { readonly what: string; readonly steps: readonly string[] }[] = [
  { what: '点单，派单，接单，办好，居民点头', steps: ['order', 'dispatch', 'accept', 'finish', 'confirm'] },
  { what: '点单，派单，接单，办好，居民没说话', steps: ['order', 'dispatch', 'accept', 'finish'] },
  {
    what: '点单，派单，有人去不了，再派，接单，办好，居民点头',
    steps: ['order', 'dispatch', 'decline', 'dispatch', 'accept', 'finish', 'confirm'],
  },
];
const resident = '居民';

/** Touches of a closed order: all of them, and those of who works on it. @throws Error for a step without a row */
export function wayTaps(steps: readonly string[]): { readonly all: number; readonly work: number } {
  const rows = steps.map((step) => {
    const row = burdenRows.find(({ name }) => name === `burden-${step}`);
    if (!row) throw new Error(`no row burden-${step}`);
    return { taps: tapsOf(row), isWork: row.who !== resident };
  });
  const sum = (some: typeof rows) => some.reduce((taps, row) => taps + row.taps, 0);
  return { all: sum(rows), work: sum(rows.filter(({ isWork }) => isWork)) };
}

/** Touches of a closed order, as docs/burden.md has them. */
export function waysTable(): string {
  const rows = ways.map(({ what, steps }) => `| ${what} | ${wayTaps(steps).all} | ${wayTaps(steps).work} |`);
  return ['| 一张收尾的单怎么走 | 一共点几下 | 办事的人点几下 |', '|---|---|---|', ...rows].join('\n');
}

/** The table as docs/burden.md has it. */
export function burdenTable(): string {
  const rows = burdenRows.map((row) => `| ${row.who} | ${row.what} | ${row.from} | ${tapsOf(row)} | ${row.most} |`);
  return ['| 谁 | 做什么 | 从哪一页起 | 点几下 | 最多 |', '|---|---|---|---|---|', ...rows].join('\n');
}
