/** The shelf, as those read it who keep it. */
import type { HandoverView, PriceView, StockView } from '../../../contracts/reward';
import { dayOfYear, dayTime } from '../../../text/dates';
import type { SheetContent } from '../../../text/sheet';
import { stateName } from './rewards';

/** `架上 7 瓶，给人留着 1，2 人排队` */
export function shelfLine({ onHand, reserved, waiting, measure }: StockView): string {
  return `架上 ${onHand} ${measure}，给人留着 ${reserved}${waiting > 0 ? `，${waiting} 人排队` : ''}`;
}

/** `30 分一瓶，每人每月 2 瓶` */
export function termsLine({ price, limit, measure, offered }: StockView): string {
  return `${price} 分一${measure}，每人每月 ${limit} ${measure}${offered ? '' : '，不上架'}`;
}

/** What somebody counted, and that a second person has to look. */
export function stocktakeLine({ stocktake, measure }: StockView): string {
  if (stocktake === undefined) return '';
  const { counted, expected, reason, by } = stocktake;
  const difference = counted - expected;
  const what = difference < 0 ? `少 ${-difference} ${measure}` : `多 ${difference} ${measure}`;
  return `${by}数了是 ${counted}，账上 ${expected}，${what}：${reason}`;
}

export function priceLine({ price, since, by, reason }: PriceView, nowMs: number): string {
  return `${price} 分\u00a0· ${dayOfYear(since, nowMs)}起\u00a0· ${by}：${reason}`;
}

/** How a voucher stands, before anything is handed over. */
export function handoverLine({ state, expiresAt, endedAt, endedBy }: HandoverView): string {
  if (state === 'held') return `还没领，${dayTime(expiresAt)} 前有效`;
  const when = endedAt === undefined ? '' : `\u00a0· ${dayTime(endedAt)}`;
  return `${stateName(state)}${endedBy === undefined ? '' : `\u00a0· ${endedBy}`}${when}`;
}

/** Why the button is missing on a voucher that still waits. */
export const ownVoucherLine = '自己的码得换一个人来给。';

export const handedOverLine = '给他了，账记好了';
export const refusedLine = '没给，分退回去了';

export const refuseHandover: SheetContent = {
  title: '不给，退回',
  line: '分和东西都退回去，这句话本人看得到',
  choices: [],
  placeholder: '为什么不给，比如不是本人来领',
  requiresWords: true,
  submit: '退回去',
};

export const notVoucher = '这不是兑换码，请他打开“积分换物”里的码';
export const receivedLine = '进货记好了';
export const countedLine = '记下了，等另一个人核对';
export const signedLine = '核对好了，架上的数改了';
export const droppedLine = '不改，照账上的';

/** What a form lacks; '' where it lacks nothing. */
export const formProblems = {
  quantity: '写明几件，要整数',
  cost: '写明一共花了多少钱，没花写 0',
  counted: '写明数出来几件，一件没有写 0',
  reason: '写明为什么对不上',
  name: '写明是什么东西',
  measure: '写明论什么数，比如瓶',
  price: '写明要几分，要整数，从 1 起',
  limit: '写明每人每月几件，从 1 起',
  why: '写明为什么这样定',
} as const;

export const savedLine = '定好了';
