/** What somebody enters on each page that writes, up to the touch that sends it. */
import { officeWrites } from './office-writes';
import type { Write } from './write';

export type { Write } from './write';

const repair = { field: '什么事？说两句就行', write: '厨房窗户的插销坏了，关不严' } as const;

/** Nothing of it reaches the cloud in tests, so that they may stand in any order. */
export const writes: readonly Write[] = [
  { name: 'claim', visit: 'home-member', tap: '认领', sends: 'order.accept' },
  {
    ...{ name: 'contest', visit: 'passbook', tap: '交给支部', sends: 'passbook.contest' },
    ...{ before: [/^我有异议/, { field: '哪儿不对，说清楚好查', write: '那天我到了会' }] },
  },
  { name: 'wear', visit: 'me', tap: /党小组组长/, sends: 'person.switchHat' },
  { name: 'new-order', visit: 'new-order', before: ['水电维修', repair], tap: '提交', sends: 'order.create' },
  {
    ...{ name: 'reopen', visit: 'progress-completed', tap: '请他再来看看', sends: 'order.reopen' },
    before: ['没解决', { field: '哪儿还没弄好', write: '还在滴水' }],
  },
  {
    ...{ name: 'identity', visit: 'identity', tap: '交给社区看', sends: 'person.requestChange' },
    ...{ before: [{ field: '不改就空着', write: '罗桂枝' }], asksConsent: true },
  },
  {
    ...{ name: 'need', visit: 'need-urgent', tap: /^打给赵慧敏/, sends: 'alert.raise' },
    unsent: /消息没发出去，电话照样能打/,
  },
  {
    ...{ name: 'finish', visit: 'order-working', tap: '交上去，请居民点头', sends: 'order.complete' },
    before: ['办好了，结单', '写下怎么办的', { field: '哪天去的', write: '今天上午去的，修好了' }],
  },
  { name: 'wish', visit: 'wishes', tap: '认领', sends: 'order.accept' },
  { name: 'assign-member', visit: 'assign-member', before: [/本月/], tap: /^请.+去$/, sends: 'order.accept' },
  {
    ...{ name: 'dispatch', visit: 'dispatch', tap: '派给马晓雯', sends: 'order.dispatch' },
    before: [/马晓雯/, { field: '捎句话，不写也行', write: '带上扳手' }],
  },
  { name: 'cards', visit: 'cards', before: [/^停用/, '多发了一张'], tap: '停用', sends: 'card.revoke' },
  {
    ...{ name: 'card-print', visit: 'card-print', tap: '印', sends: 'file.printCards' },
    before: [/选网格、街巷/, '就是这里'],
  },
  { name: 'card-numbers', visit: 'card-numbers', tap: /^打通了/, sends: 'card.checkNumber' },
  {
    ...{ name: 'intake', visit: 'intake', tap: '记下来，去派单', sends: 'order.intake' },
    before: [
      { field: '怎么称呼', write: '何桂香' },
      { field: '座机、手机都行', write: '16400000777' },
      { field: '院名、姓名', write: '柳巷12' },
      ...['柳巷 12 号院', '水电维修'],
      { field: '电话里怎么说的', write: '厨房水管接头松了' },
    ],
  },
  { name: 'triage', visit: 'triage', tap: '定下来', sends: 'order.reclassify' },
  { name: 'alerts', visit: 'alerts', tap: '联系上了', sends: 'alert.settle' },
  { name: 'news', visit: 'news-by-phone', tap: /告诉了$/, sends: 'order.recordTold' },
  { name: 'trail', visit: 'trail', tap: '催一催', sends: 'order.remind' },
  {
    ...{ name: 'propose', visit: 'book', tap: '提上去，等人签字', sends: 'passbook.proposeReversal' },
    before: [/^提请冲正/, { field: '为什么要冲', write: '签到册上重了一行' }],
  },
  {
    ...{ name: 'plan', visit: 'activities', tap: '排好，去点名单', sends: 'activity.create' },
    before: ['排一次活动', '今天', { field: '比如党群活动室', write: '党群活动室' }],
  },
  {
    ...{ name: 'roll', visit: 'activity', tap: '点完了，请人签字', sends: 'activity.mark' },
    before: [{ row: '朱晓雯', touch: '没来' }, { row: '韦慧琴', touch: '没来' }, /位都到了$/, '点完了'],
  },
  {
    ...{ name: 'uphold', visit: 'reversals', tap: '回话，照旧', sends: 'passbook.uphold' },
    openid: 'branch-committee-hou',
    before: ['照旧', { field: '为什么照旧', write: '签到册上没有您' }],
  },
  {
    name: 'sign-grant',
    visit: 'grants',
    openid: 'branch-secretary-ren',
    before: ['来签字'],
    tap: '签字，记上',
    sends: 'passbook.signGrant',
  },
  {
    ...{ name: 'grant', visit: 'grant', tap: '提上去，等人签字', sends: 'passbook.proposeGrant' },
    before: [
      { field: '写一个整数', write: '2' },
      { field: '事由，至少十个字', write: '替支部写了一年的会议记录' },
    ],
  },
  { name: 'team', visit: 'teams', before: [/^水电小分队/], tap: '定下来', sends: 'team.change' },
  {
    ...{ name: 'policy', visit: 'policy', tap: '定下来', sends: 'policy.change' },
    before: ['改 办好后多少天没回话就结单', { field: '写一句', write: '居民说太长' }],
  },
  {
    ...{ name: 'category', visit: 'categories', tap: '定下来', sends: 'policy.saveCategory' },
    before: [/^孩子入学/, { field: '写一句', write: '多了一样材料' }],
  },
  {
    ...{ name: 'help', visit: 'help-member', tap: '记下这次走访', sends: 'help.recordVisit' },
    before: ['记一次走访', { field: '讲了哪些政策', write: '讲了医保' }, { field: '有什么难处', write: '腿脚不便' }],
  },
  {
    ...{ name: 'branch', visit: 'branches', tap: '建好', sends: 'branch.create' },
    before: ['新建一个支部', { field: '写支部的全名', write: '退休党员支部' }],
  },
  { name: 'review', visit: 'review', before: ['定下这个月'], tap: '就这样定', sends: 'review.confirm' },
  { name: 'share-record', visit: 'record', tap: '不给单位看了', sends: 'review.share' },
  { name: 'mentor', visit: 'mentors', tap: /^李建国，不带了/, sends: 'mentor.release' },
  ...officeWrites,
];
