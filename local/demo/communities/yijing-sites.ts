import { timeKey } from '../../../cloudfunctions/core/platform/ids';
import { linkExpiry } from '../../../cloudfunctions/core/site/rules/site-link';
import type { Organisation, Site, SiteLink, SiteRecord } from '../../../cloudfunctions/core/site/site';
import { pointOf } from '../../../cloudfunctions/core/station/station';
import type { Holder } from '../../../cloudfunctions/core/place/community';
import type { CourierKind } from '../../../miniprogram/contracts/station';
import { placeOf } from '../places/tree';
import type { SeededRandom } from '../random';
import { daysBefore } from './community-builder';
import { roads, somewhere, type StationContext } from './yijing-stations';

const trades: readonly (readonly [name: string, kind: CourierKind])[] = [
  ['快递', 'parcel'],
  ['外卖配送', 'delivery'],
  ['同城速运', 'delivery'],
  ['网约车', 'driver'],
  ['货运', 'driver'],
  ['冷链配送', 'parcel'],
  ['仓储', 'parcel'],
  ['即时零售', 'delivery'],
  ['环卫', 'sanitation'],
];

/** S5-01: nine organisations over 44 sites and twelve instructors; each organisation has one instructor at least. */
export function organisationsOf(
  random: SeededRandom,
  { communityId, tree }: StationContext,
  instructors: readonly Holder[],
): { readonly orgs: readonly Organisation[]; readonly sites: readonly Site[] } {
  const orgs = trades.map(([trade, kind], index): Organisation => ({
    _id: `${communityId}_org${index + 1}`,
    communityId,
    name: `义井街道${trade}行业党支部`,
    kind,
    instructors: instructors.filter((_, at) => at % trades.length === index),
  }));
  const sites = Array.from({ length: 44 }, (_, index): Site => {
    const [trade, kind] = trades[index % trades.length] ?? ['', 'parcel'];
    const round = Math.floor(index / roads.length) + 1;
    const _id = `${communityId}_site${index + 1}`;
    const name = `${roads[index % roads.length] ?? ''}${trade}站点${round}`;
    return {
      _id,
      communityId,
      name,
      kind,
      gcj02: pointOf(somewhere(random)),
      place: placeOf(random.pick(tree.of('grid'))),
      orgId: orgs[index % orgs.length]?._id ?? '',
      listKey: `${communityId}/${name}/${_id}`,
    };
  });
  return { orgs, sites };
}

/** S5-09: who registered with the organisation of their site, some of them half a year ago. */
export function linksOf(sites: readonly Site[], couriers: readonly Holder[], now: Date): readonly SiteLink[] {
  return couriers.map(({ personId, name }, index) => {
    const site = sites[index % sites.length];
    if (!site) throw new Error('no site to register at');
    const since = daysBefore(now, index * 7);
    const expiresAt = linkExpiry(since);
    return {
      _id: personId,
      communityId: site.communityId,
      name,
      siteId: site._id,
      siteName: site.name,
      orgId: site.orgId,
      since,
      expiresAt,
      expiryKey: timeKey(expiresAt, personId),
      former: [],
      request: { requestKey: `demo-link-${personId}`, inputHash: '' },
    };
  });
}

const done: readonly (readonly [kind: SiteRecord['kind'], words: string, daysAgo: number])[] = [
  ['training', '电动车电池怎么充、怎么停，消防站的人来讲，讲完发灭火毯', -5],
  ['activity', '主题党日：一起走一遍雪天容易滑的路口，记下来报给街道', -9],
  ['help', '小吕的车在站里被刮了，帮着联系保险，三天修好', 6],
  ['care', '送去一套护膝和两双厚手套', 11],
  ['training', '急救课：心肺复苏，每人上手练一遍', 25],
];

/** Activities guided, help given, training and care of the first courier's site (S5-09). */
export function recordsOf(site: Site, by: Holder, courier: Holder, now: Date): readonly SiteRecord[] {
  return done.map(([kind, words, daysAgo], index) => {
    const _id = `${site.communityId}_record${index + 1}`;
    const at = daysBefore(now, daysAgo);
    return {
      _id,
      communityId: site.communityId,
      siteId: site._id,
      siteName: site.name,
      orgId: site.orgId,
      kind,
      words,
      at,
      by: { personId: by.personId, name: by.name },
      act: { at: now, by: { personId: by.personId, name: by.name }, hat: 'instructor' as const },
      joined: index === 4 ? [{ personId: courier.personId, name: courier.name }] : [],
      ...(kind === 'care' && { recipient: { personId: courier.personId, name: courier.name, consent: 'asked' } }),
      recordKey: timeKey(at, _id),
      requests: [],
    };
  });
}
