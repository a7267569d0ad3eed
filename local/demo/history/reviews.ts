import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import { branchIdOf } from '../../../cloudfunctions/core/place/branch';
import { hashOf } from '../../../cloudfunctions/core/platform/ids';
import { reviewIdOf, type Review, type ReviewRow } from '../../../cloudfunctions/core/review/review';
import { defaultReviewPolicy } from '../../../cloudfunctions/core/review/policy';
import { scoringOf } from '../../../cloudfunctions/core/review/rules/score';
import { digestedRows } from '../../../cloudfunctions/core/review/rules/digest';
import { draftRows, type DraftInput } from '../../../cloudfunctions/core/review/rules/draft';
import { lastSaturdayOf, monthAfter } from '../../../cloudfunctions/core/review/rules/review-day';
import { holidayCalendar } from '../../../cloudfunctions/core/time/holiday-calendar';
import { monthText } from '../../../cloudfunctions/core/time/shanghai';
import type { DemoCommunity } from '../communities/community-builder';

/** Months of a branch as the job and its secretary would have left them. */
export interface SimulatedReviews {
  readonly reviews: readonly Review[];
  readonly rows: readonly ReviewRow[];
  /** The day of the draft that waits; absent where none does. */
  readonly waiting?: string;
}

/** Where members are in classes, so many months are shown; elsewhere two. */
const monthsWithClasses = 4;

/**
 * The months before this one, from lines of the newest half-year: all but the last are confirmed, and that one waits
 * for the secretary. The running one is begun by the job.
 */
export function simulateReviews(community: DemoCommunity, lines: readonly Entry[], now: Date): SimulatedReviews {
  const members = community.people.all
    .filter(({ kinds }) => kinds.has('branchMember') || kinds.has('serviceMember'))
    .map(({ personId, name, memberClass }) => ({ _id: personId, name, ...(memberClass && { memberClass }) }));
  const [secretary] = community.document.secretary ? [community.document.secretary] : [];
  if (members.length === 0 || !secretary) return { reviews: [], rows: [] };
  const months = members.some(({ memberClass }) => memberClass) ? monthsWithClasses : 2;
  const scoring = scoringOf(community.document.policy.review ?? defaultReviewPolicy);
  const frozen: DraftInput['frozen'][number][] = [];
  const reviews: Review[] = [];
  for (let back = months; back > 0; back -= 1) {
    const month = monthAfter(monthText(now), -back);
    const isLast = back === 1;
    const day = lastSaturdayOf(month);
    const at = new Date(isLast ? now : `${day}T10:00:00+08:00`);
    const known = lines.filter((line) => line.at < at);
    const review = reviewOf(community, month, { day, at, confirmedBy: isLast ? null : secretary });
    const rows = draftRows({ review, isRunning: true, members, lines: known, rows: [], frozen, scoring });
    reviews.push({ ...review, scoring, people: rows.length, digest: hashOf(digestedRows(rows)) });
    frozen.push({ month, rows });
  }
  const waiting = reviews.at(-1)?.day;
  return { reviews, rows: frozen.flatMap(({ rows }) => rows), ...(waiting !== undefined && { waiting }) };
}

interface Stand {
  readonly day: string;
  readonly at: Date;
  readonly confirmedBy: { readonly personId: string; readonly name: string } | null;
}

function reviewOf({ document }: DemoCommunity, month: string, { day, at, confirmedBy }: Stand): Review {
  const { _id: communityId, branchName } = document;
  const branchId = branchIdOf(communityId);
  return {
    _id: reviewIdOf(branchId, month),
    communityId,
    branchId,
    branchName,
    month,
    state: confirmedBy ? 'confirmed' : 'draft',
    day,
    dayKind: holidayCalendar(day),
    people: 0,
    draftedAt: at,
    digest: '',
    confirmed: confirmedBy && { personId: confirmedBy.personId, name: confirmedBy.name, at },
    version: 1,
    requests: [],
  };
}
