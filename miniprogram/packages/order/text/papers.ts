/** A checklist of papers, as whoever asks and whoever does it read it. */
import type { PaperView } from '../../../contracts/order-beside';
import { dayTime } from '../../../text/dates';

/** `齐了`, `还差 2 样` */
export function papersTitle(papers: readonly PaperView[]): string {
  const missing = papers.filter(({ done }) => !done).length;
  return missing === 0 ? '要带的材料，齐了' : `要带的材料，还差 ${missing} 样`;
}

/** Who said last whether it is there; '' before somebody did. */
export function paperLine({ done, byName, at }: PaperView): string {
  if (byName === undefined || at === undefined) return '';
  return `${byName} ${dayTime(at)} ${done ? '说有了' : '说还没有'}`;
}
