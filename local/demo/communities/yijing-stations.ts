import type { SeededRandom } from '../random';
import { daysBefore, type BuildContext } from './community-builder';

/** A point on the map as the database stores it: longitude, then latitude. */
export interface Point {
  readonly type: 'Point';
  readonly coordinates: readonly [number, number];
}

export const stationFacilities = ['medicine', 'water', 'charging', 'toilet', 'heating', 'cooling'] as const;
export type StationFacility = (typeof stationFacilities)[number];

/** A courier's station in a service centre, or a shop that opens its toilet to couriers (S5-02 to S5-04). */
export interface Station {
  readonly _id: string;
  readonly communityId: string;
  readonly kind: 'station' | 'shop';
  readonly name: string;
  /** The service centre that keeps a station; absent for a shop. */
  readonly host?: string;
  /** Number of the sign at a shop's door. */
  readonly sign?: string;
  readonly address: string;
  readonly location: Point;
  readonly facilities: readonly StationFacility[];
  readonly opens: string;
  readonly closes: string;
  readonly phone: string;
  readonly verifiedAt: Date;
}

/** A depot of couriers; it belongs to at most one organisation (S5-01). */
export interface Site {
  readonly _id: string;
  readonly communityId: string;
  readonly name: string;
  readonly location: Point;
  readonly orgId: string;
}

/** A party organisation of a trade, with its instructors (S5-01). */
export interface Organisation {
  readonly _id: string;
  readonly communityId: string;
  readonly name: string;
  readonly instructorIds: readonly string[];
}

const roads = [
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
const trades = ['快递', '外卖配送', '同城速运', '网约车', '货运', '冷链配送', '仓储', '即时零售', '环卫'] as const;
const shops = [
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

/** Somewhere within the street, about four kilometres across. */
function somewhere(random: SeededRandom): Point {
  const spread = () => random.integer(-2000, 2000) / 100_000;
  return { type: 'Point', coordinates: [112.494 + spread(), 37.85 + spread()] };
}

const opening = [
  ['08:00', '21:00'],
  ['07:30', '20:00'],
  ['00:00', '24:00'],
] as const;

/** Where it is, when it is open, and who answers there; each was checked on a day of its own. */
function detailsOf(communityId: string, index: number, random: SeededRandom, { numbers, now }: BuildContext) {
  const [opens, closes] = random.pick(opening);
  const address = `${random.pick(roads)} ${random.integer(1, 180)} 号`;
  return {
    communityId,
    address,
    location: somewhere(random),
    opens,
    closes,
    phone: numbers.landline(),
    verifiedAt: daysBefore(now, index),
  };
}

/** S5-02, S5-04: 21 stations, each with a host, and the shops that carry the sign. */
export function stationsOf(communityId: string, random: SeededRandom, context: BuildContext): Station[] {
  const stations = Array.from({ length: 21 }, (_, index): Station => {
    const road = roads[index % roads.length] ?? '';
    const host = index < roads.length ? `${road}社区党群服务中心` : `${road}楼宇党群服务中心`;
    const facilities = [
      'medicine',
      'water',
      'charging',
      ...random.sample(['toilet', 'heating', 'cooling'] as const, random.integer(1, 3)),
    ] as const;
    return {
      _id: `${communityId}_station${index + 1}`,
      kind: 'station',
      name: `${road}${index < roads.length ? '' : '楼宇'}驿站`,
      host,
      facilities,
      ...detailsOf(communityId, index, random, context),
    };
  });
  const friendly = shops.map((name, index): Station => ({
    _id: `${communityId}_shop${index + 1}`,
    kind: 'shop',
    name,
    sign: `爱心 ${String(index + 1).padStart(3, '0')} 号`,
    facilities: ['toilet', ...random.sample(['water', 'charging'] as const, 1)],
    ...detailsOf(communityId, index, random, context),
  }));
  return [...stations, ...friendly];
}

/** `新晋祠路快递站点1` */
function siteName(index: number): string {
  const round = Math.floor(index / roads.length) + 1;
  return `${roads[index % roads.length] ?? ''}${trades[index % trades.length] ?? ''}站点${round}`;
}

/** S5-01: nine organisations over 44 sites and twelve instructors; each organisation has one instructor at least. */
export function organisationsOf(
  communityId: string,
  random: SeededRandom,
  instructorIds: readonly string[],
): { orgs: Organisation[]; sites: Site[] } {
  const orgs = trades.map((trade, index): Organisation => ({
    _id: `${communityId}_org${index + 1}`,
    communityId,
    name: `义井街道${trade}行业党支部`,
    instructorIds: instructorIds.filter((_, at) => at % trades.length === index),
  }));
  const sites = Array.from({ length: 44 }, (_, index): Site => ({
    _id: `${communityId}_site${index + 1}`,
    communityId,
    name: siteName(index),
    location: somewhere(random),
    orgId: orgs[index % orgs.length]?._id ?? '',
  }));
  return { orgs, sites };
}
