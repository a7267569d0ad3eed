/** What the page says on which a keeper sets hours. */
import type { OpeningHours } from '../../../contracts/station';
import type { Choice } from '../../../text/choice';

const usual: readonly Choice[] = [
  { value: 'usual', text: '照常' },
  { value: 'closed', text: '不开' },
];

/** Hours of their own for holidays can be kept, and are made by the office. */
export function holidayChoices(holidays: OpeningHours['holidays']): readonly Choice[] {
  return typeof holidays === 'string' ? usual : [...usual, { value: 'own', text: '照原来说好的' }];
}

export function ruleTitle(index: number): string {
  return index === 0 ? '平时' : `第 ${index + 1} 段`;
}

export const hoursMissing = { days: '每一段至少选一天' } as const;
