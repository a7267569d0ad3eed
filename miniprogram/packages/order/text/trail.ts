/** The sentences of an order's trail: in the resident's words, and in full for those who answer for it. */
import type { OrderView, TrailView } from '../../../contracts/order';
import { timeOfDay, dayTime, timeLeft, sameDay } from '../../../text/dates';
import { joinParts } from '../../../text/join';
import { hatName } from '../../../text/person/hats';
import { reasonName } from '../../../text/order/reasons';

/** A sentence for each action. */
type Sentences = Record<TrailView['action'], (line: TrailView, order: OrderView) => string>;

const by = (line: TrailView, instead: string): string => line.byName ?? instead;

/** Whoever joined reads of the neighbour who asked. */
const requesterWord = (order: OrderView): string => (order.joined ? '邻居' : '您');

/** How often, and when last. */
const timesOf = ({ repeated }: TrailView): string =>
  repeated === undefined ? '一次' : ` ${repeated.count + 1} 次，最近是${dayTime(repeated.lastAt)}`;

function dispatched(line: TrailView): string {
  if (line.count === 0) return `${by(line, '网格员')}看过，发布出去了`;
  return line.count === undefined
    ? `${by(line, '网格员')}看过，派了人`
    : `${by(line, '网格员')}看过，派给了 ${line.count} 位党员`;
}

/** A courtyard's head looks at an errand and hands it on; a grid worker does it. */
const agencyAccepted = (line: TrailView): string =>
  line.hat === 'courtyardHead' ? `${by(line, '楼院长')}看过，交给网格员` : `${by(line, '网格员')}来办`;

/** To the resident; what a member said in declining is between them and the grid worker. */
const residentSentences: Sentences = {
  create: (_line, order) =>
    order.source === 'phone' ? `社区接了电话，替${requesterWord(order)}点了单` : `${requesterWord(order)}点了单`,
  join: () => '又有一户说是一回事',
  dispatch: dispatched,
  accept: (line, order) => (order.kind === 'agency' ? agencyAccepted(line) : `${by(line, '党员')}接了单`),
  decline: () => '有一位去不了，还在等别人',
  release: (line) => `${by(line, '来的人')}来不了了，正在重新派`,
  complete: (line) => `${by(line, '来的人')}说办好了`,
  confirm: (line, order) =>
    order.rating?.via === 'call'
      ? `${by(line, '社区')}打电话问过，${requesterWord(order)}点了头`
      : `${requesterWord(order)}点了头`,
  changeRating: (_line, order) => `${requesterWord(order)}改了打的分`,
  makePrivate: (_line, order) => `${requesterWord(order)}改成了保密`,
  reopen: (_line, order) => `${requesterWord(order)}说没解决，接着办`,
  cancel: (_line, order) => `${requesterWord(order)}撤了单`,
  refuse: () => '社区看过，这件事办不了',
  merge: () => '和邻居点的并到一起办',
  transfer: () => '转给别处接着办',
  recordAnswer: () => '别处答复了',
  reclassify: (line) => `${by(line, '网格员')}看了一遍`,
  relocate: () => '地方改对了',
  recordCall: (line) => `${by(line, '社区')}打电话${timesOf(line)}`,
  askRequester: (line, order) => `${by(line, '办事的人')}问${requesterWord(order)}一句，等回话`,
  answerQuestion: (_line, order) => `${requesterWord(order)}回了话，接着办`,
  withdrawQuestion: () => '不等回话了，接着办',
  expireQuestion: () => '没等到回话，接着办',
  removeHelper: () => '社区另请人来',
  leavePool: () => '收回来，社区另派人',
  remind: (line) => `催了${timesOf(line)}`,
  warn: () => '快到点了，又提醒了一遍',
  escalate: ({ hat }) => `到点没动静，报给了${hat === undefined ? '上一级' : hatName(hat)}`,
  lapse: () => '一直没回音，先收尾了',
  restore: () => '并过去的那张没办成，这张接着办',
  withdraw: () => '请的人搬走了，另请一位',
  passOn: () => '楼院长没回话，转给网格员',
  appoint: (line) => `${by(line, '来的人')}约了来的时间`,
  arrive: (line) => `${by(line, '来的人')}到了`,
  standBy: () => '又有一位愿意来，先排着',
  noShow: () => '约好的时间没等到人，另请一位',
  passSeat: () => '排着的人没回话，问下一位',
  appealNoShow: () => '没到的那位说明了情况',
  ruleNoShow: () => '书记看过了没到的事',
  relist: () => '这个周六没人认领，再挂一回',
  expire: () => '挂了几个周六没人认领，网格员来想办法',
};

const staffSentences: Sentences = {
  create: (line, order) =>
    order.source === 'phone' ? `${by(line, '社区')}接电话，记下这张单` : `${by(line, '居民')}点了单`,
  join: (line) => `${by(line, '一户居民')}说是一回事，算一个`,
  dispatch: (line) =>
    line.count === 0 ? `${by(line, '网格')}发布出去，等人认领` : `${by(line, '网格')}派给了 ${line.count ?? 1} 位`,
  accept: (line) => `${by(line, '党员')}接了单`,
  decline: (line) => `${by(line, '党员')}去不了`,
  release: (line) => `${by(line, '党员')}放下了这张单`,
  complete: (line) => `${by(line, '党员')}说办好了`,
  confirm: (line, order) =>
    order.rating?.via === 'call' ? `${by(line, '网格')}打电话问过，居民点了头` : `${by(line, '居民')}点了头`,
  changeRating: (line) => `${by(line, '居民')}改了打的分`,
  makePrivate: (line) => `${by(line, '居民')}改成了保密`,
  reopen: (line) => `${by(line, '居民')}说没解决`,
  cancel: (line) => `${by(line, '居民')}撤了单`,
  refuse: (line) => `${by(line, '网格')}退回了这张单`,
  merge: (line) => `${by(line, '网格')}并到了别的单`,
  transfer: (line) => `${by(line, '网格')}转给了别处`,
  recordAnswer: (line) => `${by(line, '网格')}记下了别处的答复`,
  reclassify: (line) => `${by(line, '网格')}看过，定了是什么事`,
  relocate: (line) => `${by(line, '网格')}改了地方${line.reason === undefined ? '' : `，原来写的是${line.reason}`}`,
  recordCall: (line) => `${by(line, '网格')}打电话${timesOf(line)}`,
  remind: (line) => `${by(line, '网格')}催了${timesOf(line)}`,
  askRequester: (line) => `${by(line, '网格')}问居民一句，时限停下来等`,
  answerQuestion: (line) => `${by(line, '居民')}回了话，时限接着走`,
  withdrawQuestion: (line) => `${by(line, '网格')}不等了，时限接着走`,
  expireQuestion: () => '没等到居民回话，时限接着走',
  removeHelper: (line) => `${by(line, '网格')}请人换下了${line.reason ?? '办的人'}`,
  leavePool: (line) => `${by(line, '网格')}收回来，不让大家认领了`,
  warn: () => '快到点了，系统提醒',
  escalate: ({ hat }) => `到点没动静，系统报给了${hat === undefined ? '上一级' : hatName(hat)}`,
  lapse: () => '一直没回音，系统收尾',
  restore: () => '并过去的单没办成，系统恢复这张',
  withdraw: () => '派到的人搬走了，系统退回来再派',
  passOn: () => '楼院长到点没回话，系统转给网格员',
  appoint: (line) => `${by(line, '党员')}约了去的时间`,
  arrive: (line) => `${by(line, '党员')}到了`,
  standBy: (line) => `${by(line, '一位党员')}排着等空位`,
  noShow: () => '约好的时间过了没到，系统放开名额',
  passSeat: () => '留着名额没等到回话，系统问下一位',
  appealNoShow: (line) => `${by(line, '没到的人')}说明情况，请书记定`,
  ruleNoShow: (line) => `${by(line, '书记')}定了没到的事`,
  relist: () => '周六过了没人认领，系统再挂一回',
  expire: () => '挂够了没人认领，系统撤下来，等派人',
};

const detail = (line: TrailView): string => joinParts(reasonName(line.reason), line.note);

/** The day stands once; later lines of the same day give the time alone. */
function whenLine(line: TrailView, before: TrailView | undefined): string {
  return before !== undefined && sameDay(line.at, Date.parse(before.at)) ? timeOfDay(line.at) : dayTime(line.at);
}

interface StepText {
  readonly title: string;
  readonly line: string;
}

const hidden: readonly TrailView['action'][] = ['decline', 'release'];

/** What happened, as the resident reads it; `index`: of the line in the trail. */
export function residentStep(order: OrderView, index: number): StepText {
  const line = order.trail[index];
  if (line === undefined) return { title: '', line: '' };
  return {
    title: residentSentences[line.action](line, order),
    line: joinParts(whenLine(line, order.trail[index - 1]), hidden.includes(line.action) ? '' : detail(line)),
  };
}

/** Who, in which hat, when and why. */
export function staffStep(order: OrderView, line: TrailView): StepText {
  return {
    title: staffSentences[line.action](line, order),
    line: joinParts(line.hat === undefined ? '' : hatName(line.hat), dayTime(line.at), detail(line)),
  };
}

const step = (title: string, line = ''): StepText => ({ title, line });

const confirmStep = ({ joined }: OrderView): StepText =>
  joined ? step('点单的邻居点头，才算办完') : step('您点头，才算办完', '打分，或者说没解决');

const replyStep = ({ joined, replyBy = '' }: OrderView, nowMs: number): StepText =>
  step(joined ? '等点单的邻居回话' : '等您回话', timeLeft(replyBy, nowMs));

const answerStep = ({ transferredTo = '别处', answerBy }: OrderView): StepText =>
  step(`等${transferredTo}答复`, answerBy === undefined ? '' : `最晚 ${dayTime(answerBy)}`);

/** What is still to come, the first of it now. */
export function upcomingSteps(order: OrderView, nowMs: number): StepText[] {
  const { status, dispatchBy, acceptBy, assigneeName, vouchBy } = order;
  const accepting = order.kind === 'agency' ? '网格员来办' : '等党员接单';
  const deadline = dispatchBy ?? acceptBy;
  const remaining = deadline === undefined || order.late ? '' : timeLeft(deadline, nowMs);
  const helping = step('上门帮忙');
  if (order.replyBy !== undefined) return [replyStep(order, nowMs), confirmStep(order)];
  switch (status) {
    case 'submitted':
      if (vouchBy !== undefined)
        return [step('等楼院长看', timeLeft(vouchBy, nowMs)), step(accepting), confirmStep(order)];
      return [
        step(order.returns > 0 ? '正在重新派人' : '等网格员看', remaining),
        step(accepting),
        helping,
        confirmStep(order),
      ];
    case 'dispatched':
      return [step(accepting, remaining), helping, confirmStep(order)];
    case 'accepted':
      return [assigneeName === undefined ? helping : step(`${assigneeName}来帮忙`), confirmStep(order)];
    case 'completed':
      return [confirmStep(order)];
    case 'outside':
      return [answerStep(order)];
    case 'closed':
      return [];
  }
}
