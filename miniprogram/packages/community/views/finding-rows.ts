import { findingKinds, type FindingKind, type FindingView } from '../../../contracts/finding';
import { findingLine, findingTexts } from '../text/findings';

export interface CountRow {
  readonly kind: FindingKind;
  readonly title: string;
  readonly line: string;
  readonly count: string;
}

export function countRows(counts: Readonly<Record<FindingKind, number>>): readonly CountRow[] {
  return findingKinds.map((kind) => ({ kind, ...findingTexts[kind], count: String(counts[kind]) }));
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
