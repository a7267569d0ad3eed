import type { RankedView } from '../../../../miniprogram/contracts/recognition';
import type { ReviewUnit } from '../../../../miniprogram/contracts/review';
import { branchOf } from '../../access/caller';
import { signedInEndpoint } from '../../access/endpoint';
import { apartBy } from '../../access/permissions';
import { readApart } from '../../person/read-apart';
import type { Apart } from '../../person/rules/namesakes';
import { communities, type Community } from '../../place/community';
import type { Context } from '../../platform/context';
import type { Question } from '../../platform/database';
import { done } from '../../platform/result';
import { object } from '../../platform/validation';
import { reviewRows, type ReviewRow } from '../../review/review';
import { readRows } from '../../review/store';
import { hidingFrom, readHidden, recognitionChoices, type RecognitionChoice } from '../choice';
import { monthsOfBranch } from '../commendation/frozen';
import { isShown } from '../community-policy';
import { topOf } from '../rules/rank';

const rowsAtOnce = 99;

/**
 * Who has most points of the branch in its newest confirmed month, for each unit alone, where the community shows it. A
 * branch of 99 takes a read more, and so does a community in which 99 people do not want to be shown; where two of one
 * name are ranked, one more.
 * Cost: 3 reads.
 */
export const getRanking = signedInEndpoint({
  name: 'recognition.getRanking',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  async run(context, caller) {
    const { communityId, personId } = caller.login;
    const asked: Question<Community> = { of: communities, where: { _id: communityId }, limit: 1 };
    const own: Question<RecognitionChoice> = { of: recognitionChoices, where: { _id: personId }, limit: 1 };
    const [[community] = [], [choice] = [], months = []] =
      (await context.database.findTogether(communities, [asked, own, monthsOfBranch(branchOf(caller))] as const)) ?? [];
    const hidden = choice?.hidden ?? [];
    const shown = isShown(community, 'ranking');
    const review = shown ? months.find(({ state }) => state === 'confirmed') : undefined;
    if (!review) return done({ shown, organization: [], service: [], hidden });
    const { rows, absent } = await readRanked(context, review._id, communityId);
    const ranked = { organization: rankedOf(rows, 'organization', absent), service: rankedOf(rows, 'service', absent) };
    const apart = await readApart(context.database, Object.values(ranked).flat(), apartBy(caller.hat.hat));
    const rank = (unit: ReviewUnit) => ranked[unit].map((one) => rankedView(one, apart));
    return done({ shown, month: review.month, organization: rank('organization'), service: rank('service'), hidden });
  },
});

/** The rows of a month, and who of the community does not want to be ranked. */
async function readRanked({ database }: Context, reviewId: string, communityId: string) {
  const first: Question<ReviewRow> = {
    of: reviewRows,
    where: { reviewId, nameKey: { gt: '' } },
    sort: { nameKey: 'asc' },
    limit: rowsAtOnce,
  };
  const [some = [], hiding = []] =
    (await database.findTogether(reviewRows, [first, hidingFrom(communityId, 'ranking')] as const)) ?? [];
  const rows = some.length < rowsAtOnce ? some : await readRows(database, reviewId);
  const ids = rows.map(({ personId }) => personId);
  const absent =
    hiding.length < rowsAtOnce ? new Set(hiding.map(({ _id }) => _id)) : await readHidden(database, ids, 'ranking');
  return { rows, absent };
}

type Placed = ReturnType<typeof topOf>[number];

function rankedOf(rows: readonly ReviewRow[], unit: ReviewUnit, hidden: ReadonlySet<string>): readonly Placed[] {
  const people = rows.map(({ personId, name, sums }) => ({ personId, name, points: sums[unit].points }));
  return topOf(people, (personId) => hidden.has(personId));
}

function rankedView({ place, personId, name, points }: Placed, apart: Apart): RankedView {
  return { place, name, ...apart(personId), points };
}
