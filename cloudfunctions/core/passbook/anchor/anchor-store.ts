import type { Database } from '../../platform/database';
import type { VerifyingKey } from '../../platform/key-ring';
import { addUpAnchors, noAnchors, type AnchorFault, type AnchorState } from './anchor-chain';
import { anchors, type Anchor } from './anchor';

/** A month has at most 31 nights. */
const maxNights = 40;

export interface ReadAnchors {
  readonly state: AnchorState;
  readonly fault: { readonly day: string; readonly why: AnchorFault } | null;
}

/**
 * What a community's anchors say: those since the last full one, which is this month's first, checked against each
 * other, the signature and the anchor before. Two or three reads.
 */
export async function readAnchors(
  database: Database,
  communityId: string,
  keys: readonly VerifyingKey[],
): Promise<ReadAnchors> {
  const latest = await latestAnchor(database, communityId);
  if (!latest) return { state: noAnchors, fault: null };
  const month = latest.day.slice(0, 7);
  const [found, before] = await Promise.all([
    database.find(anchors, {
      where: { communityId, day: { gte: month, lte: latest.day } },
      sort: { day: 'asc' },
      limit: maxNights,
    }),
    latestAnchor(database, communityId, month),
  ]);
  return addUpAnchors(found, keys, before ?? null);
}

/** The newest anchor of a community, or the newest before a day. One read. */
export async function latestAnchor(
  database: Database,
  communityId: string,
  beforeDay = '9999',
): Promise<Anchor | undefined> {
  const where = { communityId, day: { lt: beforeDay } };
  return (await database.find(anchors, { where, sort: { day: 'desc' }, limit: 1 }))[0];
}
