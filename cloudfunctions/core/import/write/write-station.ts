import { pointOf, stationListKey, stations, type Station } from '../../station/station';
import type { Holder } from '../../place/community';
import type { Services } from '../../platform/context';
import { done } from '../../platform/result';
import type { Import } from '../document/import';
import type { CheckCode } from '../document/page';
import type { StationTarget } from '../records/target';
import { orThrow } from './or-throw';
import { writeKeeper } from './write-keeper';

/** Makes a station or a shop, or changes what its row says of it, unless somebody changed it since. */
export async function writeStation(
  services: Services,
  { communityId }: Import,
  target: StationTarget,
): Promise<CheckCode | undefined> {
  const { database, clock } = services;
  const steward = target.keeper && (await writeKeeper(services, communityId, target.keeper));
  if (target.keeper && !steward) return 'changedMeanwhile';
  const made = { communityId, steward, at: clock.now() };
  const written = await database.transaction(async (transaction) => {
    const before = await transaction.get(stations, target.stationId);
    if (!before) {
      const station = target.isNew ? newStation(target, made) : undefined;
      if (station) await transaction.insert(stations, station);
      return done(station !== undefined);
    }
    if (target.isNew || before.version === (target.version ?? 0) + 1) return done(true);
    if (before.version !== target.version) return done(false);
    const after = changedStation(before, target, steward);
    await transaction.update(stations, before._id, { set: { ...after, version: before.version + 1 } });
    return done(true);
  });
  return orThrow(written, 'the station was not written') ? undefined : 'changedMeanwhile';
}

interface Made {
  readonly communityId: string;
  readonly steward: Holder | undefined;
  readonly at: Date;
}

function newStation(target: StationTarget, { communityId, steward, at }: Made): Station | undefined {
  const { stationId: _id, kind, name, fields } = target;
  const { gcj02, place, hours, host, sign, serves } = fields;
  if (!gcj02 || !place || !hours) return undefined;
  const address = fields.address ?? place.label;
  const road = fields.road ?? address;
  return {
    _id,
    communityId,
    kind,
    name,
    address,
    road,
    gcj02: pointOf(gcj02),
    place,
    offered: fields.offered ?? [],
    hours,
    phone: fields.phone ?? '',
    ...(host !== undefined && { host }),
    ...(sign !== undefined && { sign }),
    ...(serves && { serves }),
    ...(steward && { steward }),
    verifiedAt: at,
    state: 'open',
    listKey: stationListKey({ communityId, road, name, _id }),
    version: 1,
    acts: [],
    requests: [],
  };
}

/** What the row says is in the place of what stood there; days on which it is shut stay. */
function changedStation(
  before: Station,
  { fields }: StationTarget,
  steward: Holder | undefined,
): Partial<Omit<Station, '_id'>> {
  const { gcj02, hours, ...rest } = fields;
  const road = rest.road ?? before.road;
  return {
    ...rest,
    ...(gcj02 && { gcj02: pointOf(gcj02) }),
    ...(hours && { hours: { ...hours, closedDays: before.hours.closedDays } }),
    ...(steward && { steward }),
    listKey: stationListKey({ ...before, road }),
  };
}
