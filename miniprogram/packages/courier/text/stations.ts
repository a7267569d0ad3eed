/** What the map of stations says. */
import type { TravelMode } from '../../../contracts/distance';
import type { OpeningState } from '../../../contracts/opening';
import {
  courierKinds,
  isStale,
  stationServices,
  type CourierKind,
  type HoursRule,
  type OpeningHours,
  type StationProblem,
  type StationService,
} from '../../../contracts/station';
import { choicesOf, type Choice } from '../../../text/choice';
import { problemName } from './reports';
import { ago, monthDay, timeOfDay, weekdayTime } from '../../../text/dates';

const services: Record<StationService, string> = {
  medicine: '应急药品',
  water: '饮水',
  charging: '充电',
  toilet: '厕所',
  heating: '取暖',
  cooling: '纳凉',
  rest: '歇脚',
};
const kinds: Record<CourierKind, string> = {
  delivery: '送外卖',
  driver: '开网约车',
  parcel: '送快递',
  sanitation: '做环卫',
};
const modes: Record<TravelMode, string> = { walk: '走路', ebike: '骑车' };

export const serviceName = (service: StationService): string => services[service];
export const kindChoices: readonly Choice<CourierKind>[] = choicesOf(courierKinds, kinds);
export const modeName = (mode: TravelMode): string => modes[mode];

/** `现在开着`, then what is looked for most by whoever holds the phone. */
export const openFilter: Choice = { value: 'open', text: '现在开着' };
export const shopFilter: Choice = { value: 'shop', text: '爱心商户' };

const usualOrder: readonly StationService[] = stationServices;
const orders: Partial<Record<CourierKind, readonly StationService[]>> = {
  delivery: ['charging', 'water', 'toilet'],
  driver: ['toilet', 'water', 'rest'],
  parcel: ['water', 'toilet', 'charging'],
  sanitation: ['water', 'heating', 'cooling', 'rest', 'toilet'],
};

/** Filters in the order of what this kind of people asks for. */
export function filterChoices(kind: CourierKind | ''): readonly Choice[] {
  const first = kind === '' ? [] : (orders[kind] ?? []);
  const ordered = [...first, ...usualOrder.filter((service) => !first.includes(service))];
  return [openFilter, ...choicesOf(ordered, services), shopFilter];
}

const isoOf = (minute: number): string => new Date(minute * 60_000).toISOString();

/** `开到 21:00`, `全天开着`, `关着，明早 8:00 开`, `不知道开没开，先打电话`. */
export function openingLine(opening: OpeningState, nowMs: number): string {
  if (opening.state === 'unknown') return '时间不新了，先打电话问';
  if (opening.state === 'open')
    return opening.until === undefined ? '全天开着' : `开到 ${whenText(isoOf(opening.until), nowMs)}`;
  return opening.opensAt === undefined ? '这几天不开' : `关着，${whenText(isoOf(opening.opensAt), nowMs)} 开`;
}

function whenText(iso: string, nowMs: number): string {
  return ago(iso, nowMs).startsWith('今天') || sameDayAs(iso, nowMs) ? timeOfDay(iso) : weekdayTime(iso);
}

function sameDayAs(iso: string, nowMs: number): boolean {
  return monthDay(iso) === monthDay(new Date(nowMs).toISOString());
}

export function verifiedLine(verifiedAt: string, nowMs: number): string {
  const when = ago(verifiedAt, nowMs);
  return isStale(verifiedAt, nowMs) ? `${monthDay(verifiedAt)}以后没人看过，去前打个电话` : `${when} 有人确认过`;
}

export function minutesLine(mode: TravelMode, minutes: number): string {
  return `${modes[mode]} ${minutes} 分钟`;
}

export function circleLine(mode: TravelMode, minutes: number): string {
  return `${modes[mode]} ${minutes} 分钟的圈`;
}

export function hereLine(name: string): string {
  return `从${name}算起`;
}

export const ownLocation = '您这里';
export const noOwnLocation = '没拿到位置，在微信里允许用位置再点一次';
export const noLocation = '没拿到位置，选一个站点，或者按街道看';

export const reportChoices: readonly Choice<StationProblem>[] = (['closed', 'water', 'toilet'] as const).map(
  (problem) => ({ value: problem, text: problemName(problem) }),
);

const weekdays = ['', '一', '二', '三', '四', '五', '六', '日'] as const;

/** `周一至周五`, `周六、周日`, `每天`. */
export function daysText(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((left, right) => left - right);
  if (sorted.length === 7) return '每天';
  const [first = 1] = sorted;
  const last = sorted[sorted.length - 1] ?? first;
  const isRun = sorted.length > 2 && last - first === sorted.length - 1;
  if (isRun) return `周${weekdays[first] ?? ''}至周${weekdays[last] ?? ''}`;
  return sorted.map((day) => `周${weekdays[day] ?? ''}`).join('、');
}

/** `18:00`, past midnight `次日 2:00`. */
export function minuteText(minute: number): string {
  const inDay = minute % 1440;
  const text = `${Math.floor(inDay / 60)}:${String(inDay % 60).padStart(2, '0')}`;
  if (minute === 1440) return '24:00';
  return minute > 1440 ? `次日 ${text}` : text;
}

const spanText = ({ from, until }: Pick<HoursRule, 'from' | 'until'>): string =>
  until - from === 1440 ? '全天' : `${minuteText(from)} 到 ${minuteText(until)}`;

/** Hours, a line a rule. */
export function hoursLines({ rules, holidays, closedDays }: OpeningHours): readonly string[] {
  const holidayLine =
    holidays === 'usual'
      ? '节假日照常'
      : holidays === 'closed'
        ? '节假日不开'
        : `节假日 ${holidays.map(spanText).join('、')}`;
  return [
    ...rules.map((rule) => `${daysText(rule.days)} ${spanText(rule)}`),
    ...(rules.length > 0 ? [holidayLine] : []),
    ...closedDays.map((day) => `${monthDay(`${day}T04:00:00.000Z`)}不开`),
  ];
}

export const unknownHolidays = '明年的放假安排还没公布，节假日先打电话问。';

/** `取暖从 11 月起`. */
export function laterLine({ service, fromMonth }: { service: StationService; fromMonth: number }): string {
  return `${services[service]}从 ${fromMonth} 月起`;
}

export const keeperResults = {
  verified: '记下了，今天看过',
  withdrawn: '地图上不再显示，随时能放回来',
  restored: '放回地图上了',
  changed: '时间改好了',
  moved: '位置改到您站的地方了',
} as const;

export const allRoads = '所有街道';

export function otherModeLine(mode: TravelMode): string {
  return `换成${modes[mode]}`;
}
