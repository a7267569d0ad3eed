import {
  maxWindows,
  type CentreView,
  type FunnelView,
  type HoursView,
  type HoursWindow,
} from '../../../contracts/enrolment';
import { monthDay } from '../../../text/dates';
import type { Choice } from '../../../text/choice';

const dayNames = ['一', '二', '三', '四', '五', '六', '日'] as const;

export const dayChoices: readonly Choice[] = dayNames.map((name, index) => ({
  value: String(index + 1),
  text: `周${name}`,
}));

const clock = (minute: number): string => `${String(Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}`;

/** `周一、周三 19:00 到 21:00`. */
export function windowLine({ days, fromMinute, toMinute }: HoursWindow): string {
  const names = [...days].sort((one, other) => one - other).map((day) => `周${dayNames[day - 1] ?? ''}`);
  return `${names.join('、')} ${clock(fromMinute)} 到 ${clock(toMinute)}`;
}

export function hoursLine({ free }: HoursView): string {
  return free.length === 0 ? '还没说，说了才好派合适的单' : free.map(windowLine).join('；');
}

export const hoursProblems = {
  days: '选哪几天',
  order: '到的时间要晚过从的时间',
  many: `最多写 ${String(maxWindows)} 段`,
} as const;
export const hoursSaved = '记下了，派单照着您的时间';

/** Since when the sign hangs. */
export function centreLine(since: string): string {
  return `${monthDay(since)}您点了头，门口可以挂牌`;
}
export const centreResults = { agreed: '记下了', withdrawn: '收回了' } as const;

/** `27 户，带 24 个院、10 个片区`. */
export function centresLine({ households, buildings, sections }: FunnelView['centres']): string {
  return `${String(households)} 户，带 ${String(buildings)} 个院、${String(sections)} 个片区`;
}

/** One member leads a household, it leads a building, that a section: `4 户 › 柳巷 7 号院 › 一片区`. */
export function chainLine({ household, building, sectionName, gridName }: CentreView): string {
  const door = building !== undefined && household.startsWith(building) ? household.slice(building.length) : household;
  return [door.trim() === '' ? undefined : door.trim(), building, sectionName ?? gridName]
    .filter((part) => part !== undefined)
    .join(' › ');
}
