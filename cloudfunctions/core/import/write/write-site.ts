import { sites, type Site } from '../../site/site';
import { pointOf } from '../../station/station';
import type { Services } from '../../platform/context';
import { done } from '../../platform/result';
import type { Import } from '../document/import';
import type { CheckCode } from '../document/page';
import { seenSite } from '../records/judge-sites';
import type { SiteTarget } from '../records/target';
import { orThrow } from './or-throw';

/** Makes a site, or changes what its row says of it, unless somebody changed it since. */
export async function writeSite(
  { database }: Services,
  { communityId }: Import,
  target: SiteTarget,
): Promise<CheckCode | undefined> {
  const { siteId, isNew, seen } = target;
  const written = await database.transaction(async (transaction) => {
    const before = await transaction.get(sites, siteId);
    if (!before) {
      const made = isNew ? newSite(communityId, target) : undefined;
      if (made) await transaction.insert(sites, made);
      return done(made !== undefined);
    }
    const set = fieldsOf(target);
    if (isNew || seenSite({ ...before, ...set }) === seenSite(before)) return done(true);
    if (seenSite(before) !== seen) return done(false);
    await transaction.update(sites, siteId, { set });
    return done(true);
  });
  return orThrow(written, 'the site was not written') ? undefined : 'changedMeanwhile';
}

function fieldsOf({ trade, gcj02, place, orgId }: SiteTarget): Partial<Omit<Site, '_id'>> {
  return {
    ...(trade && { kind: trade }),
    ...(gcj02 && { gcj02: pointOf(gcj02) }),
    ...(place && { place }),
    ...(orgId !== undefined && { orgId }),
  };
}

function newSite(communityId: string, target: SiteTarget): Site | undefined {
  const { siteId: _id, name, trade: kind, gcj02, place, orgId = '' } = target;
  if (!kind || !gcj02 || !place) return undefined;
  return {
    _id,
    communityId,
    name,
    kind,
    gcj02: pointOf(gcj02),
    place,
    orgId,
    listKey: `${communityId}/${name}/${_id}`,
  };
}
