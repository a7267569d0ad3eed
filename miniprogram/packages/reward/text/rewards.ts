/** What courtyard points buy, as heads read it. */
import type {
  GoodName,
  GoodPicture,
  GoodView,
  RedemptionState,
  RewardsView,
  VoucherView,
} from '../../../contracts/reward';
import { choicesOf, type Choice } from '../../../text/choice';
import { dayOfYear, dayTime, monthDay } from '../../../text/dates';
import { pointsText } from '../../../text/passbook/points';

/** `洗衣液 2 瓶` */
export function amountText({ name, measure }: Pick<GoodName, 'name' | 'measure'>, quantity: number): string {
  return `${name} ${quantity} ${measure}`;
}

/** `还能用 45 分` */
export function balanceLine({ held }: Pick<RewardsView, 'held'>): string {
  return held > 0 ? `另外扣着 ${pointsText(held)} 分，领了才算花掉` : '兑换先扣住，领了才算花掉';
}

/** Below zero: why, and what it means. */
export function debtLine({ balance }: Pick<RewardsView, 'balance'>): string {
  return balance < 0 ? '有一笔记错的冲掉了，分已经花了，所以是负的。往后挣的先补上。' : '';
}

/** `11 月的份额用到 11 月 30 日半夜` */
export function monthLine({ month, monthEndsAt }: Pick<RewardsView, 'month' | 'monthEndsAt'>): string {
  const lastMoment = new Date(Date.parse(monthEndsAt) - 1).toISOString();
  return `${Number(month.slice(5))} 月的份额用到 ${monthDay(lastMoment)}半夜，没领的退回`;
}

export function priceText({ price, measure }: Pick<GoodView, 'price' | 'measure'>): string {
  return `${price} 分一${measure}`;
}

/** How many there are, and how many the reader may still take this month. */
export function stockLine({ free, limit, taken, measure }: GoodView): string {
  const own = taken >= limit ? '这个月领满了' : `这个月您还能领 ${limit - taken} ${measure}`;
  return `${free > 0 ? `还有 ${free} ${measure}` : '没货了'}，${own}`;
}

/** Where the reader stands in the line; '' where they do not. */
export function waitingLine({ waiting, measure }: GoodView): string {
  if (waiting === undefined) return '';
  if (waiting.state === 'waiting') return '您排着队，到货先问您';
  const until = waiting.until === undefined ? '' : `，${dayTime(waiting.until)} 前回话`;
  return `到货了，给您留着 ${waiting.quantity} ${measure}${until}`;
}

/** Why nothing can be redeemed although there is something. */
export function shortLine({ most, free, limit, taken, waiting }: GoodView): string {
  return most === 0 && free > 0 && taken < limit && waiting === undefined ? '分还不够' : '';
}

export function quantityChoices(most: number, measure: string): Choice[] {
  return Array.from({ length: most }, (_, index) => ({ value: String(index + 1), text: `${index + 1} ${measure}` }));
}

/** What the button does: `换 2 瓶，扣住 60 分` */
export function redeemText({ price, measure }: Pick<GoodView, 'price' | 'measure'>, quantity: number): string {
  return `换 ${quantity} ${measure}，扣住 ${price * quantity} 分`;
}

export function takeText({ price, measure }: Pick<GoodView, 'price' | 'measure'>, quantity: number): string {
  return `要 ${quantity} ${measure}，扣住 ${price * quantity} 分`;
}

const stateNames: Readonly<Record<RedemptionState, string>> = {
  held: '等您来领',
  collected: '领走了',
  cancelled: '您退了',
  refused: '没给成，分退回来了',
  expired: '到期没领，分退回来了',
};

export function stateName(state: RedemptionState): string {
  return stateNames[state];
}

/** `11 月 27 日 10:00 前领，扣着 30 分`, or how it ended. */
export function voucherLine({ state, points, expiresAt, endedAt, reason }: VoucherView, nowMs: number): string {
  if (state === 'held') return `${dayTime(expiresAt)} 前领，扣着 ${points} 分`;
  const when = endedAt === undefined ? '' : `，${dayOfYear(endedAt, nowMs)}`;
  return `${stateNames[state]}${reason === undefined ? '' : `：${reason}`}${when}`;
}

/** In groups of four, to be read out. */
export function codeGroups(code: string): readonly string[] {
  return code.match(/\d{1,4}/g) ?? [];
}

export const redeemedLine = '扣住了，凭码去社区领';
export const queuedLine = '排上了，到货先问您';
export const leftLine = '不排了';
export const cancelledLine = '退了，分回来了';

const pictureNames: Readonly<Record<GoodPicture, string>> = {
  laundry: '洗衣液',
  tissue: '卫生纸',
  dish: '洗洁精',
  cleaner: '去污净',
  other: '别的',
};

export function pictureChoices(pictures: readonly GoodPicture[]): Choice<GoodPicture>[] {
  return choicesOf(pictures, pictureNames);
}
