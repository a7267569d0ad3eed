import type { OfferedService } from '../../../cloudfunctions/core/station/rules/services';
import { pointOf, stationListKey, type Station } from '../../../cloudfunctions/core/station/station';
import type { Holder } from '../../../cloudfunctions/core/place/community';
import type { OpeningHours } from '../../../miniprogram/contracts/station';
import type { Gcj02Point } from '../../../miniprogram/contracts/distance';
import { placeOf, type PlaceTree } from '../places/tree';
import type { SeededRandom } from '../random';
import { daysBefore, type BuildContext } from './community-builder';

export const roads = [
  '义井东街',
  '义井西街',
  '千峰南路',
  '西矿街',
  '迎泽西大街',
  '和平南路',
  '窊流路',
  '西线街',
  '义井北街',
  '太化路',
  '兴华南街',
  '桃杏路',
] as const;
export const shopNames = [
  '老马面馆',
  '福顺超市',
  '平安药房',
  '晋味小厨',
  '千峰书店',
  '便民五金',
  '好邻居便利店',
  '西街理发',
  '鲜果铺',
  '康健药房',
  '早安豆浆',
  '小站茶饮',
] as const;

/** Somewhere within the street, about four kilometres across, in GCJ-02. */
export function somewhere(random: SeededRandom): Gcj02Point {
  const spread = () => random.integer(-2000, 2000) / 100_000;
  return { longitude: 112.494 + spread(), latitude: 37.85 + spread() };
}

const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;
const hour = 60;
const usual: Pick<OpeningHours, 'holidays' | 'closedDays'> = { holidays: 'usual', closedDays: [] };

const stationHours: readonly OpeningHours[] = [
  { ...usual, rules: [{ days: everyDay, from: 8 * hour, until: 21 * hour }] },
  {
    rules: [{ days: [1, 2, 3, 4, 5], from: 7.5 * hour, until: 20 * hour }],
    holidays: 'closed',
    closedDays: [],
    note: '周末走楼下保安室',
  },
  { ...usual, rules: [{ days: everyDay, from: 0, until: 24 * hour }], note: '夜里按门铃' },
];
const shopHours: readonly OpeningHours[] = [
  { ...usual, rules: [{ days: everyDay, from: 7 * hour, until: 22 * hour }] },
  { ...usual, rules: [{ days: everyDay, from: 18 * hour, until: 26 * hour }] },
  {
    rules: [{ days: [1, 2, 3, 4, 5, 6], from: 9 * hour, until: 20.5 * hour }],
    holidays: [{ from: 10 * hour, until: 16 * hour }],
    closedDays: [],
  },
];

const winter: OfferedService = { service: 'heating', months: { from: 11, to: 3 } };
const summer: OfferedService = { service: 'cooling', months: { from: 6, to: 9 } };
const always = (services: readonly OfferedService['service'][]): OfferedService[] =>
  services.map((service) => ({ service }));

export interface StationContext extends BuildContext {
  readonly communityId: string;
  readonly tree: PlaceTree;
}

type Own = Pick<Station, '_id' | 'kind' | 'name' | 'road' | 'offered' | 'hours'> &
  Partial<Pick<Station, 'host' | 'sign' | 'steward' | 'serves' | 'signRecord'>>;

/** Where it is and who answers there; each was looked at on a day of its own, some long ago. */
function stationOf(own: Own, index: number, random: SeededRandom, context: StationContext): Station {
  const { communityId, tree, numbers, now } = context;
  return {
    ...own,
    communityId,
    address: `${own.road} ${random.integer(1, 180)} 号`,
    gcj02: pointOf(somewhere(random)),
    place: placeOf(random.pick(tree.of('grid'))),
    phone: numbers.landline(),
    verifiedAt: daysBefore(now, index * 4),
    state: 'open',
    listKey: stationListKey({ ...own, communityId }),
    version: 1,
    acts: [],
    requests: [],
  };
}

/** S5-02, S5-03: 21 stations in service centres, kept by a few stewards. */
export function hostedStations(
  random: SeededRandom,
  context: StationContext,
  stewards: readonly Holder[],
): readonly Station[] {
  return Array.from({ length: 21 }, (_, index) => {
    const road = roads[index % roads.length] ?? '';
    const inBuilding = index >= roads.length;
    const extras = random.sample([...always(['toilet', 'rest']), winter, summer], random.integer(2, 4));
    const steward = stewards[index % stewards.length];
    const own: Own = {
      _id: `${context.communityId}_station${index + 1}`,
      kind: 'station',
      name: `${road}${inBuilding ? '楼宇' : ''}驿站`,
      road,
      host: `${road}${inBuilding ? '楼宇' : '社区'}党群服务中心`,
      offered: [...always(['medicine', 'water', 'charging']), ...extras],
      hours: stationHours[index % stationHours.length] ?? random.pick(stationHours),
      ...(steward && { steward }),
    };
    return stationOf(own, index, random, context);
  });
}

/** S5-04: shops that carry the sign, each kept by its own merchant; one of them has not got its sign yet. */
export function friendlyShops(
  random: SeededRandom,
  context: StationContext,
  merchants: readonly Holder[],
  issuedBy: Holder,
): readonly Station[] {
  return shopNames.map((name, index) => {
    const steward = merchants[index];
    const own: Own = {
      _id: `${context.communityId}_shop${index + 1}`,
      kind: 'shop',
      name,
      road: random.pick(roads),
      sign: `爱心 ${String(index + 1).padStart(3, '0')} 号`,
      offered: always(['toilet', ...random.sample(['water', 'charging', 'rest'] as const, 1)]),
      hours: shopHours[index % shopHours.length] ?? random.pick(shopHours),
      ...(index === 7 && { serves: ['driver', 'sanitation'] as const }),
      ...(steward && { steward }),
      ...(steward &&
        index !== 11 && {
          signRecord: {
            receivedBy: steward.name,
            receivedAt: daysBefore(context.now, 100 - index),
            issuedBy: { personId: issuedBy.personId, name: issuedBy.name },
          },
        }),
    };
    return stationOf(own, index, random, context);
  });
}
