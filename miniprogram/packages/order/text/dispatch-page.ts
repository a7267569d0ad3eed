/** What the page says on which staff choose who goes. */
import type { OrderSummary, OrderView } from '../../../contracts/order';
import type { Choice } from '../../../text/choice';
import { dayTime, durationText } from '../../../text/dates';
import { refusal } from '../../../text/errors';
import { assignLabel, mustCallFirst } from '../../../text/order/dispatch';
import { rulingLine } from '../../../text/order/names';
import { nameApart } from '../../../text/person/name-apart';
import type { SheetContent } from '../../../text/sheet';

const hourMs = 3_600_000;

export function waitedLine(order: OrderSummary, nowMs: number): string {
  return `提出 ${durationText(nowMs - Date.parse(order.createdAt))}`;
}

/** Beside the requester: how they reached us, and how sure their number is; '' where nothing is to be minded. */
export function requesterHint({ source, callFirst, callDue }: OrderView): string {
  if (source === 'phone') return '电话打来的，办好了要回电话';
  if (callFirst) return '号码是自己填的，先回个电话';
  return callDue ? '号码是自己填的，边派人边打电话' : '';
}

/** Why nobody is chosen now; '' where somebody may be. After too many returns the secretary rules. */
export function notDispatchable(order: OrderView): string {
  if (order.actions.includes('dispatch') || mustCallFirst(order)) return '';
  if (order.vouchBy !== undefined) return refusal('HEAD_FIRST');
  return order.status === 'submitted' && order.returns > 0
    ? rulingLine(order.returns)
    : '这张单眼下不用派，看看它的经过。';
}

/** Somebody who was chosen; a team has a badge. */
interface Chosen {
  readonly name: string;
  readonly badge: string;
}

const isTeam = ({ badge }: Chosen): boolean => badge !== '';

/** A button says what it will do. */
export function dispatchLabel(chosen: readonly Chosen[]): string {
  if (chosen.length === 0) return assignLabel(undefined);
  if (chosen.length === 1) return `派给${chosen[0]?.name ?? ''}`;
  return chosen.some(isTeam) ? `派给这 ${chosen.length} 处` : `派给 ${chosen.length} 位党员`;
}

/** Nobody was chosen yet, and the button names whom it would ask: `派给孙立群、马晓雯`. */
export function offerLabel(offered: readonly Chosen[]): string {
  return offered.length === 0 ? assignLabel(undefined) : `派给${offered.map(({ name }) => name).join('、')}`;
}

/** `派给了孙立群`, `派给了 2 位党员`. */
export function dispatchedResult(chosen: readonly Chosen[]): string {
  if (chosen.length === 1) return `派给了${chosen[0]?.name ?? ''}`;
  return chosen.some(isTeam) ? `派给了这 ${chosen.length} 处` : `派给了 ${chosen.length} 位党员`;
}

/** What is promised of an acceptance: by when, or how long after the first dispatch, which never starts anew. */
interface AcceptancePromise {
  /** '' before the first dispatch. */
  readonly acceptBy: string;
  readonly acceptWithinHours: number;
  /** Whichever holds instead of the hours; 0 or absent for neither. */
  readonly acceptWithinDays?: number;
  readonly acceptWithinWorkingDays?: number;
}

function withinText(promise: AcceptancePromise): string {
  const { acceptWithinHours, acceptWithinDays = 0, acceptWithinWorkingDays = 0 } = promise;
  if (acceptWithinWorkingDays > 0) return `${acceptWithinWorkingDays} 个工作日内`;
  return acceptWithinDays > 0 ? `第 ${acceptWithinDays} 天末以前` : `${durationText(acceptWithinHours * hourMs)}内`;
}

function acceptLine(promise: AcceptancePromise, nowMs: number): string {
  const { acceptBy } = promise;
  if (acceptBy === '') return `派出去 ${withinText(promise)}要有人接`;
  const leftMs = Date.parse(acceptBy) - nowMs;
  return leftMs < 0 ? `已经晚了 ${durationText(-leftMs)}` : `最晚 ${dayTime(acceptBy)} 要有人接`;
}

export function dispatchHint(
  chosen: number,
  { capacity, ...promise }: AcceptancePromise & { readonly capacity: number },
  nowMs: number,
): string {
  const line = acceptLine(promise, nowMs);
  if (capacity > 1) return `先接的 ${capacity} 位一起去，${line}`;
  return chosen > 1 ? `先接的人去，${line}` : line;
}

/** So many go together, at most; fewer than have accepted, or were promised a seat, is no choice. */
const capacities = [1, 2, 3, 4, 5];

export function capacityChoices({ held = 0, kept = 0 }: Partial<NonNullable<OrderSummary['seats']>> = {}): Choice[] {
  return capacities
    .filter((capacity) => capacity >= held + kept)
    .map((capacity) => ({ value: String(capacity), text: `${capacity} 位` }));
}

/** Which open order it is the same as. */
export function mergeSheet(others: readonly Choice[]): SheetContent & { readonly action: 'merge' } {
  return {
    action: 'merge',
    title: '和别的并一起',
    line: '并过去以后，那边办好了，这边的居民也会知道',
    choices: others,
    placeholder: '',
    requiresWords: false,
    submit: '并过去',
  };
}

export const nothingToMerge = '这个院里没有别的单开着，网格里也没有同一类的，没得并。';

type Asked = Pick<OrderView, 'offeredNames' | 'offeredPhoneEnds'>;

/** Who was asked and has not answered; '' where nobody is. */
export function askedLine({ offeredNames = [], offeredPhoneEnds = [] }: Asked): string {
  const names = offeredNames.map((name, index) => {
    const phoneEnd = offeredPhoneEnds[index] ?? '';
    return phoneEnd === '' ? name : nameApart({ name, phoneEnd });
  });
  return names.length === 0 ? '' : `问了${names.join('、')}，还没回话`;
}
