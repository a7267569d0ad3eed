/** What is wrong at a station, in the words that its steward reads. */
import type { ReportView, StationProblem } from '../../../contracts/station';

const problems: Record<StationProblem, string> = { closed: '关着门', water: '没有水', toilet: '厕所不开' };

export const problemName = (problem: StationProblem): string => problems[problem];

export function reportWords(name: string, problem: StationProblem): string {
  return `${name}：到了，${problems[problem]}`;
}

export function reportResult({ again, orderNumber }: ReportView): string {
  return again ? '今天有人说过了，正在办' : `记下了，单号 ${orderNumber}`;
}
