import type { ErrorCode } from '../../../../miniprogram/contracts/error';
import type { GrantKind } from '../../../../miniprogram/contracts/grant';
import { limits } from '../../../../miniprogram/contracts/limits';
import type { PointUnit } from '../../../../miniprogram/contracts/passbook';
import { daysAfter, startOfDay } from '../../time/shanghai';
import type { Posting } from '../entry';
import { grantKey, type Grant } from '../grants/grant';
import { effectiveAtOf, lateDays } from './effective';

/** A balance from paper is not larger, either way. */
export const maxOpening = 99_999;

/** What somebody wants to write by hand, and what is known when they say so. */
export interface GrantProposal {
  readonly kind: GrantKind;
  readonly personId: string;
  readonly unit: PointUnit;
  readonly points: number;
  readonly day: string;
  readonly reason: string;
}

interface Known {
  readonly proposerId: string;
  readonly today: string;
  /** The units of which the person has a book. */
  readonly units: readonly PointUnit[];
  /** Points that the proposer may give in a month, and gave in this one. */
  readonly cap: number;
  readonly used: number;
}

export interface GrantFault {
  readonly code: ErrorCode;
  readonly field: string;
}

const fault = (code: ErrorCode, field: string): GrantFault => ({ code, field });

/** Why somebody may not propose this; null where they may. Nobody writes into their own book. */
export function grantFault(wanted: GrantProposal, known: Known): GrantFault | null {
  const { kind, personId, unit, points, day, reason } = wanted;
  if (personId === known.proposerId) return fault('SECOND_PERSON_NEEDED', 'personId');
  if ([...reason].length < limits.grantReasonLeast) return fault('REASON_TOO_SHORT', 'reason');
  if (!known.units.includes(unit)) return fault('INVALID_INPUT', 'unit');
  if (!Number.isSafeInteger(points) || points === 0) return fault('INVALID_INPUT', 'points');
  if (day > known.today) return fault('INVALID_INPUT', 'day');
  if (kind === 'opening') return Math.abs(points) > maxOpening ? fault('INVALID_INPUT', 'points') : null;
  if (points < 0) return fault('INVALID_INPUT', 'points');
  if (day < daysAfter(known.today, -lateDays)) return fault('INVALID_INPUT', 'day');
  return exceedsCap(known.used, points, known.cap) ? fault('GRANT_CAP_REACHED', 'points') : null;
}

/** Whether a month of one person has no room for so many points more. */
export function exceedsCap(used: number, points: number, cap: number): boolean {
  return used + points > cap;
}

/** The line that two people write. A balance from paper counts on its day, however long ago that was. */
export function grantPosting(grant: Grant, at: Date): Posting {
  const { _id, communityId, branchId, branchName, kind, unit, personId, personName, memberClass, points } = grant;
  const happenedAt = startOfDay(grant.day);
  return {
    postingKey: grantKey(_id),
    communityId,
    branchId,
    branchName,
    unit,
    personId,
    name: personName,
    memberClass,
    at,
    effectiveAt: kind === 'opening' && happenedAt < at ? happenedAt : effectiveAtOf(happenedAt, at),
    cause: kind,
    // what is said of its owner goes with the owner's words
    title: grant.reason,
    titleBy: null,
    points,
    countDelta: 0,
    rule: { id: kind, version: 1 },
    sourceId: _id,
    reversal: null,
  };
}
