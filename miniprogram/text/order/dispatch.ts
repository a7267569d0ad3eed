/** Choosing who goes. */
import type { OrderSummary, OrderView, VisitTime } from '../../contracts/order';
import { memberSkills, type Skill } from '../../contracts/skill';
import type { SuggestionReason } from '../../contracts/suggestion';

const skills: Record<Skill, string> = {
  repair: '会水电',
  errand: '能跑腿',
  escort: '能陪诊',
  device: '懂手机电脑',
  family: '会照看人',
  schooling: '懂入学手续',
  birth: '懂孕产',
  legal: '懂法律',
  counsel: '会开导人',
  emergency: '应急在行',
  registration: '会办登记',
  hazard: '看得出隐患',
  station: '管着驿站',
  wish: '圆得了这个愿',
  other: '有这手艺',
};
const times: Record<VisitTime, string> = {
  'today-afternoon': '下午',
  'today-evening': '晚上',
  saturday: '周六',
  any: '近来',
};

type Asked = Pick<OrderView, 'category' | 'skill' | 'when'>;

/** Why somebody fits this very order, or does not. */
const reasons: Record<SuggestionReason, (order: Asked) => string> = {
  'same-courtyard': () => '同一个院',
  'same-grid': () => '同一个网格',
  skill: ({ skill, category }) => skills[skill ?? memberSkills.find((one) => one === category) ?? 'other'],
  'free-then': (order) => `${times[order.when]}有空`,
  'free-on-saturday': () => '周六有空',
  'little-load': () => '这月出力少',
  'at-work-then': (order) => `${times[order.when]}上班`,
};

export function suggestionReason(reason: SuggestionReason, order: Asked): string {
  return reasons[reason](order);
}

export function captainLine(name: string): string {
  return `队长 ${name}`;
}

export function freeLine(free: number): string {
  return `${free} 人有空`;
}

export function loadLine(load: number): string {
  return `本月 ${load} 单`;
}

/** In the place of a person's picture. */
export const teamBadge = '队';

/** Whether the reader calls the requester before anybody is chosen. */
export function mustCallFirst({ callFirst, actions }: OrderSummary): boolean {
  return callFirst === true && actions.includes('recordCall');
}

/** A captain assigns one of the team. */
export function assignLabel(name: string | undefined): string {
  return name === undefined ? '先选谁去' : `请${name}去`;
}
