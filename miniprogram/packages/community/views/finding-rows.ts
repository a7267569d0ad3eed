import { findingKinds, type FindingKind, type FindingView } from '../../../contracts/finding';
import { findingLine, findingTexts } from '../text/findings';

export interface CountRow {
  readonly kind: FindingKind;
  readonly title: string;
  readonly line: string;
  readonly count: string;
}

/** Before the first night nothing was counted, and nothing is said to be complete. */
export function countRows(
  counts: Readonly<Record<FindingKind, number>>,
  countedAt: string | undefined,
): readonly CountRow[] {
  const count = (kind: FindingKind): string => (countedAt === undefined ? '' : String(counts[kind]));
  return findingKinds.map((kind) => ({ kind, ...findingTexts[kind], count: count(kind) }));
}

export interface FindingRow {
  readonly findingId: string;
  readonly title: string;
  readonly line: string;
  readonly placeId: string;
  readonly orderId: string;
  readonly personId: string;
}

export function findingRow(finding: FindingView): FindingRow {
  const { findingId, label, placeId = '', orderId = '', personId = '' } = finding;
  return { findingId, title: label, line: findingLine(finding), placeId, orderId, personId };
}
