import type { ReviewSource } from '../contracts/review';

const names: Readonly<Record<ReviewSource, string>> = {
  organization: '组织生活分',
  attendance: '到会',
  absence: '缺席',
  service: '服务分',
  residents: '群众评价',
};

/** What a month is assessed by. */
export function reviewSourceName(source: ReviewSource): string {
  return names[source];
}
