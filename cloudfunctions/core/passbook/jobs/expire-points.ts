import { pointUnits } from '../../../../miniprogram/contracts/passbook';
import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import { communities, type Community } from '../../place/community';
import type { Services } from '../../platform/context';
import { policyOfBranch } from '../../policy/branch-points';
import type { Policy } from '../../policy/policy';
import { expiries, expiryKey } from '../expiry/expiry';
import { settleExpiry, warnOwner } from '../expiry/settle-expiry';
import { passbooks } from '../passbook';
import { expiryOf } from '../policy';
import { lotsToWarn, type Lot } from '../rules/expiry';

const booksAtOnce = 40;
const duesAtOnce = 40;

/**
 * Every night, lets run out what is due, then warns the owners of what runs out in 30 days, book by book, as each
 * community's policy says. A book is read once a night for each lot, however long it is; a community that lets nothing
 * run out costs nothing but the read of itself. It counts books.
 */
export const expirePoints: Job = { name: 'expire-points', every: 'night', run: expire };

async function expire(services: Services, record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  const [communityId = '', unit = '', personId = ''] = (record?.cursor ?? '').split('|');
  const isFirst = communityId === '' || communityId === 'due';
  let finished = 0;
  if (isFirst) {
    const due = await settleDue(services, until);
    if (!due.isEnd) return { done: due.done, cursor: 'due||' };
    finished = due.done;
  }
  let at = isFirst ? { communityId: '', unit: '', personId: '' } : { communityId, unit, personId };
  for (;;) {
    const next = await warnSome(services, at);
    if (!next) return { done: finished, cursor: null };
    finished += next.done;
    at = next;
    if (services.clock.now() >= until) {
      return { done: finished, cursor: `${at.communityId}|${at.unit}|${at.personId}` };
    }
  }
}

async function settleDue(services: Services, until: Date): Promise<{ readonly done: number; readonly isEnd: boolean }> {
  for (let finished = 0; ;) {
    const where = { open: true, dueAt: { lte: services.clock.now() } };
    const found = await services.database.find(expiries, { where, sort: { dueAt: 'asc' }, limit: duesAtOnce });
    let settled = 0;
    for (const expiry of found) {
      if ((await settleExpiry(services, expiry)).ok) settled += 1;
      if (services.clock.now() >= until) return { done: finished + settled, isEnd: false };
    }
    finished += settled;
    // what was refused, since others write the same book, waits for the next night
    if (found.length < duesAtOnce || settled === 0) return { done: finished, isEnd: true };
  }
}

interface Position {
  readonly communityId: string;
  readonly unit: string;
  readonly personId: string;
}

/** One page of books behind a position, and where it ends; undefined behind the last. */
async function warnSome(services: Services, at: Position): Promise<(Position & { readonly done: number }) | undefined> {
  const community = await readCommunity(services, at);
  if (!community) return undefined;
  const isSame = community._id === at.communityId;
  const units = pointUnits.filter((unit) => ownLotsOf(services, community, unit).length > 0);
  const unit = isSame && at.unit !== '' ? units.find((one) => one === at.unit) : units[0];
  if (!unit) return { communityId: community._id, unit: 'end', personId: '', done: 0 };
  const after = isSame && unit === at.unit ? at.personId : '';
  const where = { communityId: community._id, unit, personId: { gt: after } };
  const books = await services.database.find(passbooks, { where, sort: { personId: 'asc' }, limit: booksAtOnce });
  let warned = 0;
  for (const { lot, isFor } of ownLotsOf(services, community, unit))
    warned += await warnBooks(
      services,
      books.filter(({ branchId }) => isFor(branchId)),
      lot,
    );
  const last = books.at(-1);
  if (last && books.length === booksAtOnce)
    return { communityId: community._id, unit, personId: last.personId, done: warned };
  const next = units[units.indexOf(unit) + 1] ?? 'end';
  return { communityId: community._id, unit: next, personId: '', done: warned };
}

/** The community of a position, or the one behind it where all of its units were looked through. One read. */
async function readCommunity({ database }: Services, at: Position): Promise<Community | undefined> {
  const isOver = at.communityId === '' || at.unit === 'end';
  const where = { _id: isOver ? { gt: at.communityId } : at.communityId };
  const [found] = await database.find(communities, { where, sort: { _id: 'asc' }, limit: 1, exclude: ['grids'] });
  return found;
}

/** What runs out together, and the branches whose books it is of. */
interface OwnLot {
  readonly lot: Lot;
  readonly isFor: (branchId: string) => boolean;
}

/** By the community's policy for all branches but those that decided otherwise; by theirs for each of these. */
function ownLotsOf({ clock }: Services, community: Community, unit: (typeof pointUnits)[number]): readonly OwnLot[] {
  const ownIds = (community.branchPoints ?? []).map(({ branchId }) => branchId);
  const lotsOf = ({ passbook }: Policy) => lotsToWarn(expiryOf(passbook, unit), clock.now());
  const others = lotsOf(community.policy).map((lot) => ({ lot, isFor: (id: string) => !ownIds.includes(id) }));
  const own = ownIds.flatMap((branchId) =>
    lotsOf(policyOfBranch(community, branchId)).map((lot) => ({ lot, isFor: (id: string) => id === branchId })),
  );
  return [...others, ...own];
}

/** Warns whoever was not warned of this lot. One read, and one for each book that holds something. */
async function warnBooks(
  services: Services,
  books: readonly Parameters<typeof warnOwner>[1][],
  lot: Lot,
): Promise<number> {
  const holding = books.filter(({ balance }) => balance > lot.carriedOver);
  if (holding.length === 0) return 0;
  const ids = holding.map(({ _id }) => expiryKey(_id, lot.lot));
  const known = await services.database.find(expiries, { where: { _id: { oneOf: ids } }, limit: booksAtOnce });
  const isKnown = new Set(known.map(({ bookId }) => bookId));
  let warned = 0;
  for (const book of holding) if (!isKnown.has(book._id) && (await warnOwner(services, book, lot))) warned += 1;
  return warned;
}
