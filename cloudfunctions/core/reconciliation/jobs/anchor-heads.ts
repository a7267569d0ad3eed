import type { Job, JobProgress } from '../../job/job';
import type { JobRecord } from '../../job/job-record';
import { raiseAlarm } from '../../passbook/alarm/raise-alarm';
import { nextAnchor, newestLeaves, type AnchorState } from '../../passbook/anchor/anchor-chain';
import { anchors, type Leaf } from '../../passbook/anchor/anchor';
import { passbooks, type Passbook } from '../../passbook/passbook';
import { branches } from '../../branch/branch';
import { branchIdOf, isFirstBranch, keeperIdOf } from '../../place/branch';
import { communities } from '../../place/community';
import type { Services } from '../../platform/context';
import type { Signer } from '../../platform/signer';
import { dayText } from '../../time/shanghai';
import { checkBook, findingOf } from '../check-book';
import { erasureLeaves, isErasure } from '../erasures';
import { headPages } from '../heads';
import { inspectTail, type BookToInspect } from '../inspect-book';
import { KnownAnchors } from '../known-anchors';
import { documentsAtOnce } from '../source';

/** Books that changed and are inspected at once. */
const inspectedAtOnce = 10;

/**
 * Every night the heads of each branch become an anchor, one community after the other. It counts anchors. Without a
 * signing key it does nothing but say so.
 */
export const anchorHeads: Job = { name: 'anchor-heads', every: 'night', run: anchorCommunities };

async function anchorCommunities(services: Services, record: JobRecord | undefined, until: Date): Promise<JobProgress> {
  const { signer } = services;
  if (!signer) {
    services.log.line('error', { event: 'anchor', code: 'NO_SIGNING_KEY' });
    return { done: 0 };
  }
  let cursor = record?.cursor ?? '';
  let made = 0;
  for (;;) {
    const where = { _id: { gt: cursor } };
    const [next] = await services.database.find(communities, {
      where,
      sort: { _id: 'asc' },
      limit: 1,
      exclude: ['grids'],
    });
    if (!next) return { done: made, cursor: null };
    for (const branchId of await readBranchIds(services, next._id))
      if (await anchorBranch(services, { communityId: next._id, branchId }, signer)) made += 1;
    cursor = next._id;
    if (services.clock.now() >= until) return { done: made, cursor };
  }
}

/** A community has a handful. */
const maxBranches = 99;

/** The community's first branch, which is anchored even before it is a document of its own, and its others. */
async function readBranchIds({ database }: Services, communityId: string): Promise<readonly string[]> {
  const found = await database.find(branches, { where: { communityId }, sort: { _id: 'asc' }, limit: maxBranches });
  return [...new Set([branchIdOf(communityId), ...found.map(({ _id }) => _id)])];
}

/** Whose anchor it is. */
interface Keeper {
  readonly communityId: string;
  readonly branchId: string;
}

/**
 * One branch's anchor of this day, unless it stands already. A book that does not hold keeps the leaf that it had,
 * so that it goes on contradicting its anchor.
 */
async function anchorBranch(services: Services, { communityId, branchId }: Keeper, signer: Signer): Promise<boolean> {
  const { database, clock } = services;
  const at = clock.now();
  const keeperId = keeperIdOf(branchId);
  const { state, fault } = await new KnownAnchors(services).of(keeperId);
  if (fault) {
    const { day } = fault;
    const nobody = { bookId: null, personId: null, name: '', unit: null, sequence: 0 };
    await raiseAlarm(services, { communityId, ...nobody, why: 'anchor', day });
    return false;
  }
  if (state.newest?.day === dayText(at)) return false;
  const known = new Map(newestLeaves(state).map((leaf) => [leaf.bookId, leaf]));
  const heads = await readHeads(services, branchId, [...known.values()]);
  const erased = isFirstBranch(branchId) ? await erasureLeaves(services, communityId, [...known.values()]) : [];
  const found: Leaf[] = [...erased];
  const changed = heads.filter((head) => known.get(head._id)?.hash !== head.hash);
  const present = new Set(heads.map(({ _id }) => _id));
  const gone = [...known.values()].filter((leaf) => !isErasure(leaf) && !present.has(leaf.bookId));
  const books = [
    ...changed.map((head) => ({ bookId: head._id, head })),
    ...gone.map(({ bookId }) => ({ bookId, head: null })),
  ];
  for (let start = 0; start < books.length; start += inspectedAtOnce)
    found.push(
      ...(await inspectAll(services, communityId, { books: books.slice(start, start + inspectedAtOnce), state })),
    );
  return database.insert(anchors, nextAnchor(state, { communityId: keeperId, at, found }, signer));
}

/** The leaves of books that hold; the others raise their alarms. */
async function inspectAll(
  services: Services,
  communityId: string,
  { books, state }: { readonly books: readonly Omit<BookToInspect, 'leaves'>[]; readonly state: AnchorState },
): Promise<readonly Leaf[]> {
  const leaves = await Promise.all(
    books.map(async ({ bookId, head }): Promise<readonly Leaf[]> => {
      const book = { bookId, head, leaves: state.leaves.get(bookId) ?? [] };
      const verdict = await checkBook(services, book, inspectTail);
      const finding = findingOf(verdict, { _id: bookId, communityId, name: head?.name ?? '' }, services.clock.now());
      if (finding) await raiseAlarm(services, finding);
      return verdict.state === 'sound' ? [{ bookId, sequence: verdict.entries, hash: verdict.hash }] : [];
    }),
  );
  return leaves.flat();
}

/**
 * All heads of a branch, and those that it knew and that another branch keeps now: what was anchored once is held
 * against its anchor for good. One read for 99.
 */
async function readHeads(services: Services, branchId: string, known: readonly Leaf[]): Promise<readonly Passbook[]> {
  const own = await readOwnHeads(services, branchId);
  const present = new Set(own.map(({ _id }) => _id));
  const moved = known.filter((leaf) => !isErasure(leaf) && !present.has(leaf.bookId)).map(({ bookId }) => bookId);
  const found = [...own];
  for (let start = 0; start < moved.length; start += documentsAtOnce) {
    const where = { _id: { oneOf: moved.slice(start, start + documentsAtOnce) } };
    found.push(...(await services.database.find(passbooks, { where, limit: documentsAtOnce })));
  }
  return found;
}

async function readOwnHeads({ database }: Services, branchId: string): Promise<readonly Passbook[]> {
  const heads: Passbook[] = [];
  for await (const page of headPages(database, { branchId })) heads.push(...page);
  return heads;
}
