import { utils, write } from '@e965/xlsx';
import type { Organisation, Site } from '../../cloudfunctions/core/site/site';
import { gcj02Of, type Station } from '../../cloudfunctions/core/station/station';
import { hoursText } from '../../cloudfunctions/core/import/text/hours';
import type { Person } from '../../cloudfunctions/core/person/person';
import type { Place } from '../../cloudfunctions/core/place/place';
import type { Post } from '../../cloudfunctions/core/place/post';
import type { DemoCommunity } from '../../local/demo/communities/community-builder';
import { toPerson } from '../../local/demo/people/people-builder';

type Line = readonly (string | number)[];
/** A sheet's name and its lines, the header first. */
export type ListSheet = readonly [name: string, lines: readonly Line[]];

/** A spreadsheet as an office would send it. */
export function bookOf(...sheets: readonly ListSheet[]): Buffer {
  const book = utils.book_new();
  for (const [name, lines] of sheets)
    utils.book_append_sheet(book, utils.aoa_to_sheet(lines.map((line) => [...line])), name);
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

const colours: Readonly<Record<string, string>> = { red: '红', yellow: '黄', blue: '蓝', green: '绿', purple: '紫' };
const trades = { delivery: '外卖', driver: '网约车', parcel: '快递', sanitation: '环卫' } as const;
const services: Readonly<Record<string, string>> = {
  medicine: '药箱',
  water: '饮水',
  charging: '充电',
  toilet: '厕所',
  heating: '取暖',
  cooling: '纳凉',
  rest: '休息',
};

/** The lists that the office of a demo community would send, made of its own data. */
export function demoLists({ document: community, tree, people, extra }: DemoCommunity) {
  const places = tree.documents();
  const persons = people.all.map((one) => toPerson(one, community._id));
  const byId = new Map(places.map((place) => [place._id, place]));
  const personOf = (id: string | undefined) => persons.find(({ _id }) => _id === id);
  /** Names from the grid down to the courtyard. */
  const namesOf = (path: string): Line =>
    (['grid', 'section', 'lane', 'courtyard'] as const).map(
      (kind) =>
        path
          .split('/')
          .map((id) => byId.get(id))
          .find((place) => place?.kind === kind)?.name ?? '',
    );
  const gridName = (path: string): string => String(namesOf(path)[0] ?? '');
  const held = (hat: Post['hat']) => people.posts.filter((post) => post.hat === hat && post.holder);
  const stations = (extra['stations'] ?? []) as readonly Station[];
  const orgs = (extra['orgs'] ?? []) as readonly Organisation[];
  const sites = (extra['sites'] ?? []) as readonly Site[];
  const point = (one: { readonly gcj02: Station['gcj02'] }): Line => {
    const { longitude, latitude } = gcj02Of(one.gcj02);
    return [longitude, latitude];
  };
  const stationLines = (kind: Station['kind']): readonly Line[] =>
    stations
      .filter((one) => one.kind === kind)
      .map((one) => [
        one.name,
        one.host ?? one.sign ?? '',
        one.address,
        gridName(one.place.path),
        hoursText(one.hours),
        one.offered.map(({ service }) => services[service]!).join('、'),
        one.steward?.name ?? '',
        one.steward?.phone ?? one.phone,
        ...point(one),
      ]);
  const degrees = ['经度（GCJ-02）', '纬度（GCJ-02）'];
  return {
    places: bookOf([
      '地方',
      [
        ['网格', '颜色', '片区', '街巷', '院落', '门牌号'],
        ...places
          .filter(({ kind }) => kind === 'courtyard' || kind === 'household')
          .map((place) => withDoor(place, namesOf(place.path), byId.get(place.path.split('/')[1]!))),
      ],
    ]),
    posts: (hat: Post['hat'], title: string) =>
      bookOf([
        title,
        [
          ['网格', '片区', '街巷', '院落', title, '联系电话'],
          ...held(hat).map((post) => [...namesOf(post.path), post.holder!.name, post.holder!.phone]),
        ],
      ]),
    members: bookOf([
      '报到党员',
      [
        ['姓名', '联系电话', '工作单位', '报到网格', '街巷', '院落', '门牌号'],
        ...persons
          .filter(({ kinds }) => kinds.includes('serviceMember'))
          .map((one) => [one.name, one.phone, one.employer ?? '', one.serves?.gridName ?? '', ...homeOf(one)]),
      ],
    ]),
    stations: bookOf(
      ['党建指导员', instructorLines(orgs, personOf)],
      ['行业党组织', [['党组织名称', '行业'], ...orgs.map(({ name, kind }) => [name, trades[kind]])]],
      [
        '站点',
        [
          ['站点名称', '行业', '所属党组织', '网格', ...degrees],
          ...sites.map((site) => [
            site.name,
            trades[site.kind],
            orgs.find(({ _id }) => _id === site.orgId)?.name ?? '',
            gridName(site.place.path),
            ...point(site),
          ]),
        ],
      ],
      [
        '驿站',
        [
          ['驿站名称', '依托单位', '地址', '网格', '开放时间', '服务项目', '驿站管理员', '联系电话', ...degrees],
          ...stationLines('station'),
        ],
      ],
      [
        '爱心商户',
        [
          ['商户名称', '标识牌编号', '地址', '网格', '营业时间', '服务项目', '店主', '联系电话', ...degrees],
          ...stationLines('shop'),
        ],
      ],
    ),
    counts: {
      courtyards: places.filter(({ kind }) => kind === 'courtyard').length,
      leaves: places.filter(({ kind }) => kind === 'courtyard' || kind === 'household').length,
      heads: held('courtyardHead').length,
      chiefs: held('laneChief').length,
      members: persons.filter(({ kinds }) => kinds.includes('serviceMember')).length,
      orgs: orgs.length,
      instructors: orgs.flatMap(({ instructors }) => instructors).length,
      sites: sites.length,
      stations: stations.filter(({ kind }) => kind === 'station').length,
      shops: stations.filter(({ kind }) => kind === 'shop').length,
    },
    stationDocuments: stations,
    placeDocuments: places,
  };

  function homeOf({ home }: Person): Line {
    const place = home && byId.get(home.placeId);
    const [, , lane = '', courtyard = ''] = home ? namesOf(home.path) : [];
    return [lane, courtyard, place?.kind === 'household' ? place.name : ''];
  }
}

function withDoor(place: Place, names: Line, grid: Place | undefined): Line {
  const [name = '', ...below] = names;
  const colour = grid?.colour ? colours[grid.colour]! : '';
  return [name, colour, ...below, place.kind === 'household' ? place.name : ''];
}

function instructorLines(orgs: readonly Organisation[], personOf: (id: string) => Person | undefined): readonly Line[] {
  return [
    ['姓名', '联系电话', '所属党组织'],
    ...orgs.flatMap(({ name, instructors }) =>
      instructors.map((one) => [one.name, personOf(one.personId)?.phone ?? one.phone, name]),
    ),
  ];
}
