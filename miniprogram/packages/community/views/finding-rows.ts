import { findingKinds, type FindingKind, type FindingView } from '../../../contracts/finding';
import type { Selectable } from '../../../views/selection';
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

/** Somebody of whom it is not known where they live may be chosen: several may live in one place. */
export interface FindingRow extends Selectable {
  readonly findingId: string;
  readonly title: string;
  readonly line: string;
  readonly placeId: string;
  readonly orderId: string;
  readonly personId: string;
}

export function findingRow(finding: FindingView): FindingRow {
  const { findingId, label, placeId = '', orderId = '', personId = '' } = finding;
  const selectId = personId === '' ? '' : findingId;
  return {
    findingId,
    title: label,
    line: findingLine(finding),
    placeId,
    orderId,
    personId,
    selectId,
    selectName: label,
  };
}
