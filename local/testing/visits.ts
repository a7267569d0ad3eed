/** Every page of the mini-program, opened by somebody of the demo data whom it is made for. */
import type { EndpointName, Input, Output } from '../../miniprogram/contracts/api';
import type { OrderSummary } from '../../miniprogram/contracts/order';
import { checkedList, listAddress } from './checked-list';
import { officeRows } from './office-visits';
import { reviewRows } from './review-visits';
import { stateRows } from './state-visits';
import type { Lianxin } from './product';
import type { Known, Row, Visit } from './visit';

export type { Known, Visit } from './visit';

/** The demo's clock in tests that look at pages: a Saturday within duty hours. */
export const saturdayMorning = '2026-11-21T09:12:00+08:00';

/** What an endpoint answers; a refusal fails the test. */
async function answer<Name extends EndpointName>(
  product: Lianxin,
  openid: string,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const reply = await product.callAs(openid, name, input);
  if (!reply.ok) throw new Error(`${name} as ${openid}: ${reply.code}`);
  return reply.data;
}

function titled(orders: readonly OrderSummary[], words: string): OrderSummary {
  const found = orders.find(({ title }) => title?.includes(words));
  if (!found) throw new Error(`The demo has no order “${words}”.`);
  return found;
}

/** The page that the demo's card at a place opens. */
export async function cardAt(product: Lianxin, place: string): Promise<string> {
  const cards = (await (await fetch(`${product.url}/local/cards`)).json()) as { title: string; path: string }[];
  const found = cards.find(({ title }) => title.includes(place));
  if (!found) throw new Error(`No demo card at ${place}`);
  return `/${found.path}`;
}

/** Reads them through the product itself, has somebody look at a phone number, and has somebody call for help. */
export async function readKnown(product: Lianxin): Promise<Known> {
  const luo = await answer(product, 'resident-luo', 'order.listMine', { state: 'open' });
  const closed = await answer(product, 'resident-luo', 'order.listMine', { state: 'closed' });
  const wang = await answer(product, 'resident-wang', 'order.listMine', { state: 'open' });
  const queue = await answer(product, 'worker-zhao', 'order.listQueue', { filter: 'waiting' });
  const offered = await answer(product, 'captain-lei', 'order.listOffers', { state: 'open' });
  const activities = await answer(product, 'branch-secretary-ren', 'activity.list', {});
  const book = await answer(product, 'branch-li', 'passbook.get', {});
  const enrolled = await answer(product, 'secretary-qin', 'enrolment.list', { state: 'enrolled' });
  const { vouchers } = await answer(product, 'head-shi', 'reward.list', {});
  const { people } = await answer(product, 'secretary-qin', 'person.find', { words: '孙立群' });
  const { households } = await answer(product, 'head-shi', 'visit.listHouseholds', {});
  const helping = await answer(product, 'captain-tian', 'order.listOffers', { state: 'open' });
  const suns = await answer(product, 'member-sun', 'order.listOffers', { state: 'open' });
  const caos = await answer(product, 'tenant-cao', 'order.listMine', { state: 'open' });
  const { cases } = await answer(product, 'branch-secretary-ren', 'help.list', {});
  const held = vouchers.find(({ state }) => state === 'held');
  const working = titled(luo.orders, '医保');
  await answer(product, 'worker-zhao', 'order.revealPhone', {
    orderId: working.orderId,
    party: 'requester',
    requestId: 'visits-reveal-1',
  });
  await answer(product, 'resident-wang', 'alert.raise', { need: 'illness', requestId: 'visits-alert-1' });
  return {
    working: working.orderId,
    completed: titled(luo.orders, '门锁').orderId,
    closed: closed.orders[0]?.orderId ?? '',
    dispatched: titled(wang.orders, '厨房水管').orderId,
    team: titled(offered.orders, '房东').orderId,
    together: titled(helping.orders, '大衣柜').orderId,
    appointed: titled(helping.orders, '水龙头').orderId,
    asked: titled(suns.orders, '验证码').orderId,
    vouching: titled(caos.orders, '上小学').orderId,
    waiting: titled(queue.orders, '卫生间').orderId,
    activity:
      activities.activities.find(
        ({ state, startsAt }) => state === 'open' && startsAt < new Date(saturdayMorning).toISOString(),
      )?.activityId ?? '',
    card: await cardAt(product, '柳巷 12 号院'),
    list: await checkedList(product),
    person: book.personId,
    helper: people.find(({ placeLabel }) => placeLabel === '柳巷 12 号院 2 户')?.personId ?? '',
    member: enrolled.enrolments[0]?.personId ?? '',
    visited: cases[0]?.personId ?? '',
    household: households.find(({ label }) => label.endsWith('2 户'))?.placeId ?? '',
    voucher: held?.redemptionId ?? '',
    voucherCode: held?.code ?? '',
  };
}

const visit = ([name, openid, address, says, asks]: Row): Visit => ({
  name,
  openid,
  says,
  address: typeof address === 'string' ? () => address : address,
  ...(asks && { asks }),
});

/** At least one a page; a page that differs by hat has one for each. */
const rows: readonly Row[] = [
  ['home-visitor', 'visitor', '/pages/home/home', '有事找得到人', 'home.get'],
  ['home-resident', 'resident-luo', '/pages/home/home', '赵慧敏', 'home.get'],
  ['home-member', 'member-sun', '/pages/home/home', '派给您的单', 'home.get'],
  ['home-grid', 'worker-zhao', '/pages/home/home', '记一张电话点单', 'home.get'],
  ['home-desk', 'secretary-qin', '/pages/home/home', '今天要您定的', 'home.get'],
  ['home-branch', 'branch-committee-hou', '/pages/home/home', '全支部的存折', 'home.get'],
  ['home-administrator', 'admin-fan', '/pages/home/home', '发连心卡', 'home.get'],
  ['home-courier', 'courier-lv', '/pages/home/home', '小哥驿站', 'home.get'],
  ['home-keeper', 'merchant-ma', '/pages/home/home', '老马面馆', 'home.get'],
  ['home-instructor', 'instructor-xue', '/pages/home/home', '行业党支部', 'home.get'],
  ['stations', 'courier-lv', '/packages/courier/stations/stations', '带我去', 'station.list'],
  ['station', 'merchant-ma', '/packages/courier/station/station?scene=yijing_shop1', '这一家归您管', 'station.get'],
  ['hours', 'merchant-ma', '/packages/courier/hours/hours?stationId=yijing_shop1', '改成这样', 'station.get'],
  ['sites', 'visitor', '/packages/courier/sites/sites', '站点', 'site.list'],
  ['site', 'courier-lv', '/packages/courier/site/site?siteId=yijing_site1', '您登记在这里', 'site.get'],
  ['hazard', 'courier-lv', '/packages/courier/hazard/hazard?siteId=yijing_site1', '拍一张就行', 'site.get'],
  ['gap', 'secretary-fu', '/packages/courier/gap/gap', '15 分钟内有开着的驿站', 'site.getCircle'],
  ['records', 'instructor-xue', '/packages/courier/records/records', '送温暖', 'site.listRecords'],
  ['signs', 'secretary-fu', '/packages/courier/signs/signs', '爱心 001 号', 'station.listSigns'],
  ['imports', 'admin-fan', '/packages/office/imports/imports', '这是哪一类名册', 'import.list'],
  ['exports', 'secretary-qin', '/packages/office/exports/exports', '导出哪一份', 'export.list'],
  ['import', 'secretary-fu', ({ list }) => listAddress(list), '新的 2', 'import.listRows'],
  ['orders-resident', 'resident-luo', '/pages/orders/orders', '门锁', 'order.listMine'],
  ['orders-grid', 'worker-zhao', '/pages/orders/orders', '卫生间', 'order.listQueue'],
  ['orders-member', 'member-sun', '/pages/orders/orders', '厨房水管', 'order.listOffers'],
  ['orders-desk', 'secretary-qin', '/pages/orders/orders', '电视没有信号', 'order.getDesk'],
  ['passbook', 'branch-li', '/pages/passbook/passbook', '存折余额', 'passbook.get'],
  ['passbook-only', 'member-sun', '/pages/passbook/passbook', '服务分余额', 'passbook.get'],
  ['passbook-none', 'resident-luo', '/pages/passbook/passbook', '您还没有存折', 'passbook.get'],
  ['me', 'captain-tian', '/pages/me/me', '我的几顶帽子', 'person.getSession'],
  ['card', 'resident-luo', ({ card }) => card, '赵慧敏', 'card.get'],
  ['new-order', 'resident-luo', '/packages/resident/new-order/new-order', '哪方面的事', 'policy.listOffered'],
  [
    'progress-dispatched',
    'resident-wang',
    ({ dispatched }) => `/packages/order/progress/progress?orderId=${dispatched}`,
    '有人接',
    'order.get',
  ],
  [
    'progress-completed',
    'resident-luo',
    ({ completed }) => `/packages/order/progress/progress?orderId=${completed}`,
    '办好了吗',
    'order.get',
  ],
  [
    'progress-closed',
    'resident-luo',
    ({ closed }) => `/packages/order/progress/progress?orderId=${closed}`,
    '您点了单',
    'order.get',
  ],
  ['place', 'resident-luo', '/packages/resident/place/place', '网格', 'place.listChildren'],
  ['messages', 'member-sun', '/packages/resident/messages/messages', '派给您', 'message.list'],
  ['reveals', 'resident-luo', '/packages/resident/reveals/reveals', '赵慧敏', 'person.listReveals'],
  ['identity', 'resident-luo', '/packages/resident/identity/identity', '改成什么', 'person.listChanges'],
  ['search', 'secretary-qin', '/packages/desk/search/search', '找单子'],
  ['policy', 'secretary-qin', '/packages/desk/policy/policy', '办好后多少天没回话就结单', 'policy.get'],
  ['categories', 'secretary-qin', '/packages/desk/categories/categories', '孩子入学', 'policy.listCategories'],
  ['teams', 'secretary-qin', '/packages/branch/teams/teams', '水电小分队', 'team.list'],
  ['teams-resident', 'resident-luo', '/packages/branch/teams/teams', '水电小分队', 'team.list'],
  ['changes', 'secretary-qin', '/packages/desk/changes/changes', '没有等着看的', 'person.listChanges'],
  [
    'order-offered',
    'member-sun',
    ({ dispatched }) => `/packages/order/order/order?orderId=${dispatched}`,
    '厨房水管',
    'order.get',
  ],
  ['order-team', 'captain-lei', ({ team }) => `/packages/order/order/order?orderId=${team}`, '请队员去', 'order.get'],
  [
    'assign-member',
    'captain-lei',
    ({ team }) => `/packages/order/assign-member/assign-member?orderId=${team}`,
    '队里谁去合适',
    'order.suggest',
  ],
  [
    'order-working',
    'member-sun',
    ({ working }) => `/packages/order/order/order?orderId=${working}`,
    '办好了，结单',
    'order.get',
  ],
  ['wishes', 'member-sun', '/packages/member/wishes/wishes', '认领', 'order.listWishes'],
  [
    'dispatch',
    'worker-zhao',
    ({ waiting }) => `/packages/order/dispatch/dispatch?orderId=${waiting}`,
    '谁去合适',
    'order.suggest',
  ],
  ['cards', 'worker-zhao', '/packages/grid/cards/cards', '补发', 'card.list'],
  ['card-print', 'worker-zhao', '/packages/grid/card-print/card-print', '各网格发到哪了', 'card.getCoverage'],
  ['card-tasks', 'secretary-qin', '/packages/grid/card-tasks/card-tasks', '去打印', 'card.listOpenTasks'],
  ['card-numbers', 'secretary-qin', '/packages/grid/card-numbers/card-numbers', '社区办公室', 'card.listNumbers'],
  ['portrait', 'worker-zhao', '/packages/grid/portrait/portrait', '卡上还没有您的照片', 'person.getPortrait'],
  ['needs', 'worker-zhao', '/packages/grid/needs/needs', '导出台账', 'order.listNeeds'],
  ['withheld', 'secretary-qin', '/packages/order/withheld/withheld', '可以公开', 'order.listWithheld'],
  [
    'withheld-order',
    'secretary-qin',
    ({ dispatched }) => `/packages/order/withheld/withheld?orderId=${dispatched}`,
    '厨房水管',
    'order.listWithheld',
  ],
  [
    'redact',
    'worker-zhao',
    ({ dispatched }) => `/packages/order/redact/redact?orderId=${dispatched}`,
    '涂黑，换掉原来的',
    'order.get',
  ],
  [
    'preview',
    'worker-zhao',
    ({ waiting }) => `/packages/order/preview/preview?orderId=${waiting}`,
    '就这样公开',
    'order.previewPublic',
  ],
  ['triage', 'worker-zhao', ({ waiting }) => `/packages/grid/triage/triage?orderId=${waiting}`, '哪一种', 'order.get'],
  ['intake', 'worker-zhao', '/packages/grid/intake/intake', '哪方面的事', 'policy.listOffered'],
  [
    'trail',
    'secretary-qin',
    ({ completed }) => `/packages/order/trail/trail?orderId=${completed}`,
    '一路的经过',
    'order.get',
  ],
  [
    'book',
    'branch-secretary-ren',
    ({ person }) => `/packages/passbook/book/book?personId=${person}&unit=organization`,
    '提请冲正',
    'passbook.get',
  ],
  [
    'slip',
    'branch-li',
    ({ person }) => `/packages/passbook/slip/slip?personId=${person}&unit=organization`,
    '存单码',
    'passbook.slip',
  ],
  ['activities', 'branch-secretary-ren', '/packages/branch/activities/activities', '主题党日', 'activity.list'],
  [
    'activity',
    'branch-secretary-ren',
    ({ activity }) => `/packages/branch/activity/activity?activityId=${activity}`,
    '没来',
    'activity.get',
  ],
  [
    'reversals',
    'branch-secretary-ren',
    '/packages/passbook/reversals/reversals',
    '李建国提了异议：那天我在医院陪床，给组长打过电话',
    'passbook.listReversals',
  ],
  ['grants', 'branch-committee-hou', '/packages/passbook/grants/grants', '等第二个人签字', 'passbook.listGrants'],
  [
    'grant',
    'branch-secretary-ren',
    ({ person }) => `/packages/passbook/grant/grant?personId=${person}&unit=organization`,
    '提上去，等人签字',
    'passbook.get',
  ],
  ['alarms', 'branch-secretary-ren', '/packages/passbook/alarms/alarms', '没有报警', 'passbook.listAlarms'],
  [
    'reversals-to-sign',
    'branch-committee-hou',
    '/packages/passbook/reversals/reversals',
    '签字，冲正',
    'passbook.listReversals',
  ],
  ['rewards', 'head-shi', '/packages/reward/rewards/rewards', '这个月能换的', 'reward.list'],
  [
    'voucher',
    'head-shi',
    ({ voucher }) => `/packages/reward/voucher/voucher?redemptionId=${voucher}`,
    '给社区的人扫一扫',
    'reward.get',
  ],
  ['stock', 'worker-jia', '/packages/reward/stock/stock', '扫兑换码', 'reward.listStock'],
  ['stock-secretary', 'secretary-bai', '/packages/reward/stock/stock', '添一样东西', 'reward.listStock'],
  [
    'handover',
    'worker-jia',
    ({ voucherCode }) => `/packages/reward/handover/handover?code=${voucherCode}`,
    '来领的是',
    'reward.find',
  ],
  ['good', 'secretary-bai', '/packages/reward/good/good?goodId=housuoying_laundry', '定过的分值', 'reward.listStock'],
  ['sheet', 'tenant-cao', '/packages/reward/sheet/sheet', '积分换物公示', 'reward.getSheet'],
];

export const visits: readonly Visit[] = [...rows, ...officeRows, ...reviewRows, ...stateRows].map(visit);
