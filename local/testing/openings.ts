/** What opens at a touch on the pages of the demo data: sheets, choices, forms. */

/** A touch by what it says, on somebody's row, or on the first box that is not ticked; or what is written. */
export type Step =
  | string
  | RegExp
  | { readonly row: string; readonly touch: string }
  | { readonly unticked: RegExp }
  | { readonly field: string; readonly write: string };

/** A touch on a page. */
export interface Action {
  readonly name: string;
  /** Name of the visit that it begins with. */
  readonly visit: string;
  /** Somebody else than the visit's. */
  readonly openid?: string;
  /** Touches before the one that counts. */
  readonly before?: readonly Step[];
  readonly tap: string | RegExp;
  /** What stands there afterwards. */
  readonly says: string | RegExp;
}

/** These change nothing that another of them needs. */
export const openings: readonly Action[] = [
  { name: 'export-orders', visit: 'exports', tap: '单子', says: '所有月份' },
  { name: 'export-whole', visit: 'exports', tap: '电话写全', says: '为什么要全号，写在文件上' },
  { name: 'hats', visit: 'home-member', openid: 'captain-tian', tap: /换一顶帽子$/, says: '水电小分队队长' },
  { name: 'decline', visit: 'home-member', tap: '去不了', says: '告诉网格员' },
  { name: 'need-told', visit: 'need-urgent', tap: /^打给赵慧敏/, says: /告诉赵慧敏了/ },
  { name: 'category', visit: 'new-order', before: ['再看几样'], tap: '孩子入学', says: '只让网格员知道' },
  { name: 'emergency', visit: 'new-order', before: ['再看几样'], tap: '急事难事', says: '要命的事别等，先打电话' },
  { name: 'place', visit: 'place', tap: '一片区', says: '上一层' },
  { name: 'reopen', visit: 'progress-completed', tap: '没解决', says: '请他再来看看' },
  { name: 'cancel', visit: 'progress-dispatched', tap: '不用了，撤单', says: '撤单' },
  { name: 'make-private', visit: 'progress-dispatched', tap: '改成保密', says: '改了就不能再公开' },
  { name: 'evidence-record', visit: 'order-working', before: ['办好了，结单'], tap: '写下怎么办的', says: '哪天去的' },
  { name: 'evidence-photo', visit: 'order-working', tap: '办好了，结单', says: '怎么看出办好了' },
  { name: 'evidence-code', visit: 'order-working', before: ['办好了，结单'], tap: /四位码/, says: '四位码' },
  { name: 'evidence-phone', visit: 'order-working', before: ['办好了，结单'], tap: /电话/, says: '怎么看出办好了' },
  { name: 'release', visit: 'order-working', tap: '去不了了', says: '放下这张单' },
  { name: 'choose', visit: 'dispatch', tap: /马晓雯/, says: /^派给马晓雯$/ },
  { name: 'several', visit: 'dispatch-together', tap: '选几项一起办', says: '选了 0 项' },
  {
    ...{ name: 'whom', visit: 'dispatch-together', before: ['选几项一起办', '这一页都选'] },
    ...{ tap: '选派给谁', says: '谁去合适' },
  },
  { name: 'name', visit: 'assign-member', tap: /本月/, says: /^请.+去$/ },
  { name: 'transfer', visit: 'dispatch', tap: '转给别处办', says: '转过去' },
  { name: 'hide-part', visit: 'withheld', tap: /^不公开/, says: '不给别人看' },
  { name: 'refuse', visit: 'dispatch', tap: '办不了，退回', says: '退回给居民' },
  { name: 'card-code', visit: 'cards', tap: /^看码/, says: '点一下放大' },
  { name: 'reissue', visit: 'cards', tap: /^补发/, says: '补发' },
  { name: 'revoke', visit: 'cards', tap: /^停用/, says: '停用这张卡' },
  {
    name: 'post-number',
    visit: 'card-numbers',
    tap: /^改岗位的号码/,
    says: '换人也不变，印在卡上；不写就用本人的号码',
  },
  { name: 'help-whom', visit: 'help', tap: '看望或者帮另一位', says: '是哪一位' },
  { name: 'home-visit', visit: 'help-member', tap: '记一次走访', says: '记下这次走访' },
  { name: 'help-case', visit: 'help-member', tap: '开一件帮扶', says: '谁来帮' },
  { name: 'help-note', visit: 'help-member', tap: '记一笔', says: '本人也看得到' },
  { name: 'apprentice', visit: 'mentors', tap: /^请.+带一位$/, says: '请他带哪一位' },
  { name: 'branch-transfer', visit: 'branches', tap: '把一位党员转到别的支部', says: '转哪一位' },
  { name: 'branch-create', visit: 'branches', tap: '新建一个支部', says: '写支部的全名' },
  { name: 'employer-hat', visit: 'employers', tap: /^给.+请一位$/, says: '找' },
  { name: 'contest', visit: 'passbook', tap: /^我有异议/, says: '哪儿不对，说清楚好查' },
  { name: 'propose', visit: 'book', tap: /^提请冲正/, says: '为什么要冲，至少说清是哪一回事' },
  { name: 'branch-points', visit: 'branches', tap: '定支部自己的积分规矩', says: '就按这个办' },
  { name: 'year-picture', visit: 'review-year', tap: '把这一年存成图片', says: '图上写的' },
  { name: 'mistyped-slip', visit: 'check-slip', tap: '验一验', says: '抄错了' },
  { name: 'verify', visit: 'book', tap: '查这一本', says: /对得上|完整/ },
  { name: 'unit', visit: 'book', tap: '服务', says: '存折余额' },
  { name: 'plan', visit: 'activities', tap: '排一次活动', says: '排好，去点名单' },
  // What is marked stays on the phone until it is submitted.
  { name: 'close', visit: 'activity', tap: '点完了', says: '点完了，请人签字' },
  { name: 'mark', visit: 'activity', tap: '到了', says: '记下点到' },
  { name: 'mark-all', visit: 'activity', tap: /位都到了$/, says: '记下点到' },
  { name: 'filter', visit: 'orders-grid', tap: /在办$/, says: '到底了' },
  { name: 'find', visit: 'books', before: [{ field: '找谁，写姓也行', write: '李建' }], tap: '找', says: '看全部的人' },
  {
    name: 'search',
    visit: 'search',
    before: [{ field: '单号、姓名', write: '11月20日' }],
    tap: '找',
    says: '到底了',
  },
  {
    name: 'search-words',
    visit: 'search',
    before: ['单上的话', { field: '比如：水管', write: '水管' }],
    tap: '找',
    says: /说到这事的$|没有这样的单子/,
  },
  { name: 'keep', visit: 'book', tap: /^照旧 /, says: '为什么照旧，说给本人听' },
  { name: 'erasure', visit: 'identity', tap: '抹掉存折里我的名字和话', says: /^支部看过才抹/ },
  { name: 'erasure-for', visit: 'book', tap: '替本人提：抹掉名字和话', says: /^换一个管账的人看过才抹/ },
  { name: 'policy-change', visit: 'policy', tap: '改 办好后多少天没回话就结单', says: '为什么' },
  { name: 'category-change', visit: 'categories', tap: /^孩子入学/, says: '要带的东西，一行一样' },
  { name: 'policy-part', visit: 'policy', tap: '认人和驿站', says: /再认一次/ },
  {
    name: 'policy-words',
    visit: 'policy',
    before: ['报到'],
    tap: '改 自己起名的报到方式，第一种',
    says: /最多 12 个字/,
  },
  {
    name: 'policy-attendance',
    visit: 'policy',
    before: ['积分', '改 到会、没到各记几分'],
    tap: '青年党员',
    says: '没到扣分',
  },
  { name: 'team-change', visit: 'teams', tap: /^水电小分队/, says: '帮哪方面的忙' },
  {
    name: 'team-find',
    visit: 'teams',
    before: [/^水电小分队/, { field: '添谁', write: '马' }],
    tap: '找',
    says: /^添上马晓雯/,
  },
  { name: 'answer', visit: 'reversals', openid: 'branch-committee-hou', tap: '照旧', says: '回话，照旧' },
  { name: 'refuse-undo', visit: 'reversals', openid: 'branch-committee-hou', tap: '不冲', says: '不冲，照旧' },
  { name: 'write-visit', visit: 'home-lane', tap: /^记走访，/, says: '记一次走访' },
  { name: 'write-visit-again', visit: 'households', tap: /^记走访，/, says: '记一次走访' },
  { name: 'write-visit-of-day', visit: 'household', tap: '记这次走访', says: '记一次走访' },
  { name: 'move-out', visit: 'move', tap: '搬走了', says: /搬走的$/ },
  { name: 'refuse-move', visit: 'moves', tap: '不确认', says: '登记的人看得到这句话' },
  { name: 'confirmed-moves', visit: 'moves', tap: '确认了的', says: '还没有确认过的' },
  { name: 'ask-sign-grant', visit: 'grants', openid: 'branch-secretary-ren', tap: '来签字', says: /^签了字，/ },
  {
    name: 'refuse-grant',
    visit: 'grants',
    openid: 'branch-secretary-ren',
    tap: '不签',
    says: '什么也不记，这句话提的人看得到',
  },
  { name: 'confirm-review', visit: 'review', tap: '定下这个月', says: /^定下以后，/ },
  { name: 'year-before', visit: 'review-year', tap: '看前一年', says: /2025 年$/ },
  { name: 'remark', visit: 'review', tap: /写评语$/, says: /本人看得到$/ },
  { name: 'commendation-approve', visit: 'commendation', tap: '定下名单', says: '定了支部就看得到，不再改' },
  { name: 'settled-grants', visit: 'grants', tap: '定了的', says: /两人复核$/ },
  { name: 'opening-balance', visit: 'grant', tap: '老存折的余额', says: /^纸上的老存折换过来/ },
  { name: 'ask-sign', visit: 'reversals', openid: 'branch-committee-hou', tap: '签字，冲正', says: /^签了字，/ },
  { name: 'group-leader', visit: 'posts', tap: '党小组组长', says: '网格长也是他' },
  { name: 'leaving', visit: 'posts', tap: '有人要离开社区', says: '谁要离开社区' },
  { name: 'redraw', visit: 'boundary', tap: '重新画', says: '沿着街走一圈，在地图上每个拐角点一下。' },
  { name: 'give-up', visit: 'voucher', tap: '不要了，退回', says: '退了，分马上回来，东西给别人' },
  { name: 'receive', visit: 'stock', tap: '进货 洗衣液', says: '记进货' },
  { name: 'count', visit: 'stock', tap: '盘点 洗衣液', says: '记下，请人核对' },
  { name: 'refuse-handover', visit: 'handover', tap: '不给，退回', says: '为什么不给，比如不是本人来领' },
];
