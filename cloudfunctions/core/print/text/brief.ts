import { monthTitle } from '../../brief/text/brief';

/** What is printed on the monthly brief, beside its paragraphs. */
export const briefText = {
  title: (month: string): string => `${monthTitle(month)}简报`,
  grids: '按网格',
  categories: '按事情',
  legend: '红的是居民说办好的，灰的是其余；右边是办好几单、提出几单',
  share: (created: number | null, solved: number | null): string =>
    created === null ? '数太小，不列' : `${solved ?? '—'} / ${created}`,
  page: (number: number, count: number): string => `第 ${number} 页，共 ${count} 页`,
} as const;
