/** The first screen, for each hat. */
import type { HatView } from '../contracts/hat';
import { queueFilters, type QueueFilter } from '../contracts/order';
import type { SessionView } from '../contracts/person';
import type { HomeBody } from '../contracts/home';
import { callText } from './card';
import { greeting, monthDay } from './dates';
import { sum, unitName } from './passbook';
import { gridTitle, hatDetail, hatName, hatRow } from './hats';

export interface HomeHead {
  /** What the bar says at the left, and leads to the other hats. */
  readonly hat: string;
  readonly title: string;
  readonly line: string;
  readonly red: boolean;
  /** More than one hat to choose from. */
  readonly many: boolean;
}

const worn = (session: SessionView): HatView | undefined => session.hats.find((hat) => hat.key === session.hat);

export function homeHead(session: SessionView, body: HomeBody, nowMs: number): HomeHead {
  const view = worn(session);
  const hat = view === undefined ? '连心' : hatName(view.hat);
  const many = session.hats.length > 1;
  if (body.for === 'member' && view !== undefined) {
    const place = [view.placeName, hatDetail(view)].filter((part) => part !== '').join(' · ');
    return { hat, title: `${session.name ?? ''}，${greeting(nowMs)}`, line: place, red: true, many };
  }
  const place = view === undefined ? '' : hatRow(view, session.hat).line;
  return {
    hat,
    title: body.for === 'desk' ? '书记工作台' : '',
    line: body.for === 'grid' ? gridTitle(place, view?.colour) : place,
    red: false,
    many,
  };
}

const filters: Record<QueueFilter, string> = {
  waiting: '待派',
  due: '快到点',
  callback: '要回电话',
  inProgress: '在办',
};
export const filterName = (filter: QueueFilter): string => filters[filter];

export const queueCounters = (
  counts: Readonly<Record<QueueFilter, number>>,
): { value: QueueFilter; text: string; count: number }[] =>
  queueFilters.map((filter) => ({ value: filter, text: filters[filter], count: counts[filter] }));

type ResidentBody = Extract<HomeBody, { for: 'resident' }>;

export interface HomeCard {
  readonly colour: string;
  readonly grid: string;
  readonly place: string;
  readonly worker: string;
  readonly duty: string;
  readonly phone: string;
  readonly call: string;
  readonly callElder: string;
  readonly officePhone: string;
}

export function homeCard(body: ResidentBody): HomeCard {
  const toWorker = body.call.to === 'worker';
  return {
    colour: body.colour ?? '',
    grid: gridTitle(body.gridName, body.colour),
    place: body.placeName,
    worker: body.worker?.name ?? '',
    duty: body.onDuty ? '在岗' : '下班了，电话转值班',
    phone: body.call.phone,
    call: callText(body.call),
    callElder: toWorker ? callText(body.call) : '打给值班',
    officePhone: body.officePhone,
  };
}

export const notScanned = '没扫到，对准门口那张卡再试一次';

export const saturday = (iso: string): string => monthDay(iso);
export const allWishes = (total: number): string => `全部 ${total} 个`;

/** The reader's own book in a line, where it has a place on the first screen. */
export const ownBook = (book: Extract<HomeBody, { for: 'branch' }>['book']): { book: string; balance: string } =>
  book === undefined ? { book: '', balance: '' } : { book: `${unitName(book.unit)}分余额`, balance: sum(book.balance) };
