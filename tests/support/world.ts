import type { Card } from '../../cloudfunctions/core/card/card';
import { buildLogin } from '../../cloudfunctions/core/access/build-login';
import type { LoginWithInbox } from '../../cloudfunctions/core/access/login';
import type { Person, PersonKind } from '../../cloudfunctions/core/person/person';
import type { Community } from '../../cloudfunctions/core/place/community';
import type { Place } from '../../cloudfunctions/core/place/place';
import type { Post, PostHat, Team } from '../../cloudfunctions/core/place/post';
import { placeRef } from '../../cloudfunctions/core/place/view';
import { timeKey } from '../../cloudfunctions/core/platform/ids';
import type { Hat } from '../../miniprogram/contracts/hat';

/** A community small enough to know by heart, and a second one beside it that nobody of the first may look into. */
export const worldNow = new Date('2026-11-23T10:00:00+08:00');

const hours = { days: [1, 2, 3, 4, 5], fromMinute: 8 * 60 + 30, toMinute: 18 * 60, text: '周一至周五 8:30-18:00' };
const policy: Community['policy'] = {
  dispatchWithinHours: 24,
  acceptWithinHours: 72,
  warnAt: 2 / 3,
  escalateAfterHours: [0, 4, 8],
  returnsBeforeRuling: 2,
  silenceDays: 7,
  award: { ruleId: 'service-order', version: 1, points: 5 },
  privateCategories: ['birth'],
  attendance: [
    { memberClass: 'committee', ruleId: 'meeting', version: 1, present: 3, absent: -4, organised: 2, guided: 2 },
    { memberClass: 'young', ruleId: 'meeting', version: 1, present: 3, absent: -3, organised: 2, guided: 2 },
    { memberClass: 'senior', ruleId: 'meeting', version: 1, present: 3, absent: -1, organised: 2, guided: 2 },
    { memberClass: 'special', ruleId: 'meeting', version: 1, present: 3, absent: 0, organised: 2, guided: 2 },
  ],
};

const tree: readonly Place[] = [
  place('qinghe_g1', 'grid', 'qinghe', { name: '红色网格', colour: 'red' }),
  place('qinghe_g2', 'grid', 'qinghe', { name: '蓝色网格', colour: 'blue', position: 1 }),
  place('qinghe_g1_s1', 'section', 'qinghe/qinghe_g1', { name: '东片区', children: 1 }),
  place('qinghe_g1_s1_l1', 'lane', 'qinghe/qinghe_g1/qinghe_g1_s1', { name: '石榴巷', children: 2 }),
  place('qinghe_g1_c1', 'courtyard', 'qinghe/qinghe_g1/qinghe_g1_s1/qinghe_g1_s1_l1', {
    name: '石榴巷 7 号院',
    children: 2,
  }),
  place('qinghe_g1_c2', 'courtyard', 'qinghe/qinghe_g1/qinghe_g1_s1/qinghe_g1_s1_l1', {
    name: '石榴巷 9 号院',
    position: 1,
  }),
  place('qinghe_g1_h1', 'household', 'qinghe/qinghe_g1/qinghe_g1_s1/qinghe_g1_s1_l1/qinghe_g1_c1', {
    name: '石榴巷 7 号院 东屋',
  }),
  place('qinghe_g1_h2', 'household', 'qinghe/qinghe_g1/qinghe_g1_s1/qinghe_g1_s1_l1/qinghe_g1_c1', {
    name: '石榴巷 7 号院 西屋',
    position: 1,
  }),
  place('qinghe_g2_c1', 'courtyard', 'qinghe/qinghe_g2', { name: '建设路 3 号楼' }),
  place('liuyuan_g1', 'grid', 'liuyuan', { name: '第一网格' }),
  place('liuyuan_c1', 'courtyard', 'liuyuan/liuyuan_g1', { name: '柳园 1 号楼' }),
];

function place(id: string, kind: Place['kind'], above: string, named: Partial<Place> & { name: string }): Place {
  const steps = above.split('/');
  const grid = steps[1] === undefined ? undefined : gridOf(steps[1]);
  return {
    _id: id,
    communityId: steps[0]!,
    kind,
    parentId: steps.at(-1)!,
    path: `${above}/${id}`,
    position: 0,
    children: 0,
    label: named.name,
    ...(grid && { grid }),
    ...(steps.length > 2 && { sectionName: '东片区' }),
    ...named,
  };
}

function gridOf(gridId: string): NonNullable<Place['grid']> {
  if (gridId === 'qinghe_g1') return { gridId, name: '红色网格', colour: 'red' };
  return gridId === 'qinghe_g2' ? { gridId, name: '蓝色网格', colour: 'blue' } : { gridId, name: '第一网格' };
}

export function placeNamed(id: string): Place {
  const found = tree.find(({ _id }) => _id === id);
  if (!found) throw new Error(`No place ${id}`);
  return found;
}

const teams: readonly Team[] = [
  {
    _id: 'team_repair',
    communityId: 'qinghe',
    name: '维修小分队',
    skill: 'repair',
    captainId: 'p_captain',
    memberIds: ['p_captain', 'p_member', 'p_member2'],
  },
];

interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly kinds: readonly PersonKind[];
  readonly home?: string;
  readonly serves?: string;
  readonly post?: readonly [hat: PostHat, placeId: string];
  /** The hat in use; else the first. */
  readonly wears?: Hat;
  readonly memberClass?: Person['memberClass'];
}

/** One person for every hat, and some more; the openid of `p_x` is `o_x`. */
export const somebodies: readonly Somebody[] = [
  { id: 'p_resident', name: '李秀兰', phone: '10000000001', kinds: ['resident'], home: 'qinghe_g1_h1' },
  { id: 'p_neighbour', name: '郭大勇', phone: '10000000002', kinds: ['tenant'], home: 'qinghe_g1_h2' },
  { id: 'p_elsewhere', name: '段小满', phone: '10000000003', kinds: ['resident'], home: 'qinghe_g2_c1' },
  {
    id: 'p_member',
    name: '张海涛',
    phone: '10000000004',
    kinds: ['resident', 'serviceMember'],
    home: 'qinghe_g2_c1',
    serves: 'qinghe_g1',
    wears: 'member',
  },
  { id: 'p_member2', name: '武建平', phone: '10000000005', kinds: ['serviceMember'], serves: 'qinghe_g1' },
  {
    id: 'p_captain',
    name: '原志强',
    phone: '10000000006',
    kinds: ['serviceMember'],
    serves: 'qinghe_g1',
    post: ['teamCaptain', 'qinghe'],
  },
  {
    id: 'p_head',
    name: '任福贵',
    phone: '10000000007',
    kinds: ['resident'],
    home: 'qinghe_g1_c1',
    post: ['courtyardHead', 'qinghe_g1_c1'],
  },
  {
    id: 'p_lane',
    name: '贺玉梅',
    phone: '10000000008',
    kinds: ['resident'],
    home: 'qinghe_g1_c2',
    post: ['laneChief', 'qinghe_g1_s1_l1'],
  },
  {
    id: 'p_worker',
    name: '赵慧敏',
    phone: '10000000009',
    kinds: ['resident'],
    home: 'qinghe_g1_c2',
    post: ['gridWorker', 'qinghe_g1'],
  },
  {
    id: 'p_worker2',
    name: '白雪',
    phone: '10000000010',
    kinds: ['resident'],
    home: 'qinghe_g2_c1',
    post: ['gridWorker', 'qinghe_g2'],
  },
  {
    id: 'p_leader',
    name: '郝文斌',
    phone: '10000000011',
    kinds: ['branchMember'],
    serves: 'qinghe_g1',
    post: ['gridLeader', 'qinghe_g1'],
    memberClass: 'committee',
  },
  {
    id: 'p_group',
    name: '冯秀珍',
    phone: '10000000012',
    kinds: ['branchMember'],
    serves: 'qinghe_g1',
    post: ['groupLeader', 'qinghe_g1'],
    memberClass: 'committee',
  },
  {
    id: 'p_committee',
    name: '梁国庆',
    phone: '10000000013',
    kinds: ['branchMember'],
    post: ['committee', 'qinghe'],
    memberClass: 'committee',
  },
  {
    id: 'p_secretary',
    name: '王建国',
    phone: '10000000014',
    kinds: ['branchMember'],
    post: ['secretary', 'qinghe'],
    memberClass: 'committee',
  },
  { id: 'p_inspector', name: '常敏', phone: '10000000015', kinds: [], post: ['inspector', 'qinghe'] },
  { id: 'p_employer', name: '牛晓东', phone: '10000000016', kinds: [], post: ['employer', 'qinghe'] },
  { id: 'p_courier', name: '薛飞', phone: '10000000017', kinds: ['courier'] },
  { id: 'p_merchant', name: '孟祥云', phone: '10000000018', kinds: ['merchant'] },
  { id: 'p_instructor', name: '翟立新', phone: '10000000019', kinds: [], post: ['instructor', 'qinghe'] },
  { id: 'p_administrator', name: '康宁', phone: '10000000020', kinds: [], post: ['administrator', 'qinghe'] },
  { id: 'p_young', name: '侯思远', phone: '10000000021', kinds: ['branchMember'], memberClass: 'young' },
  { id: 'p_senior', name: '安德海', phone: '10000000022', kinds: ['branchMember'], memberClass: 'senior' },
  { id: 'p_special', name: '程桂英', phone: '10000000023', kinds: ['branchMember'], memberClass: 'special' },
  { id: 'p_stranger', name: '柳如是', phone: '10000000024', kinds: ['resident'], home: 'liuyuan_c1' },
  { id: 'p_strangerWorker', name: '杜鹃', phone: '10000000025', kinds: [], post: ['gridWorker', 'liuyuan_g1'] },
  {
    id: 'p_strangerSecretary',
    name: '石磊',
    phone: '10000000026',
    kinds: ['branchMember'],
    post: ['secretary', 'liuyuan'],
  },
];

/** Imported, but nobody logged in as them yet. */
export const imported: Somebody = {
  id: 'p_imported',
  name: '曹燕',
  phone: '10000000099',
  kinds: ['resident', 'serviceMember'],
  home: 'qinghe_g1_c2',
  serves: 'qinghe_g1',
};

export function openidOf(personId: string): string {
  return personId.replace(/^p_/, 'o_');
}

function personOf(one: Somebody, reachable: boolean): Person {
  return {
    _id: one.id,
    communityId: communityOf(one),
    name: one.name,
    phone: one.phone,
    phoneVerified: true,
    kinds: one.kinds,
    ...(one.memberClass && { memberClass: one.memberClass }),
    ...(one.home !== undefined && { home: placeRef(placeNamed(one.home)) }),
    ...(one.serves !== undefined && { serves: placeRef(placeNamed(one.serves)) }),
    ...(one.id.startsWith('p_member') || one.id === 'p_captain'
      ? { teamId: 'team_repair', team: { name: '维修小分队', skill: 'repair', captain: one.id === 'p_captain' } }
      : {}),
    ...(one.id === 'p_resident' && { alone: true }),
    skills: one.kinds.includes('serviceMember') ? ['repair'] : [],
    free: ['saturday'],
    atWork: [],
    reachable,
  };
}

function communityOf(one: Somebody): string {
  return (one.post?.[1] ?? one.home ?? one.serves ?? 'qinghe').split('_')[0]!;
}

function postOf(one: Somebody): Post[] {
  if (!one.post) return [];
  const [hat, placeId] = one.post;
  const at = tree.find(({ _id }) => _id === placeId);
  const team = hat === 'teamCaptain' ? { team: { teamId: 'team_repair', name: '维修小分队' } } : {};
  return [
    {
      _id: `${hat}_${placeId}`,
      communityId: communityOf(one),
      hat,
      placeId,
      path: at?.path ?? placeId,
      placeName: at?.name ?? '清河社区',
      ...(at?.colour && { colour: at.colour }),
      ...team,
      holder: { personId: one.id, name: one.name, phone: one.phone },
      since: new Date('2026-01-01T00:00:00Z'),
    },
  ];
}

function holderOf(personId: string) {
  const one = somebodies.find(({ id }) => id === personId)!;
  return { personId, name: one.name, phone: one.phone };
}

function community(id: string, name: string, grids: Community['grids'], secretary: string): Community {
  return {
    _id: id,
    name,
    street: '迎新街道',
    branchName: `${name}党支部`,
    office: { phone: '0351-0000001', address: '迎新街 1 号', hours },
    duty: { name: '值班室', phone: '0351-0000002' },
    services: ['水电小修', '陪诊取药', '开证明'],
    grids,
    secretary: holderOf(secretary),
    policy,
  };
}

export const communities: readonly Community[] = [
  community(
    'qinghe',
    '清河社区',
    [
      {
        gridId: 'qinghe_g1',
        name: '红色网格',
        path: 'qinghe/qinghe_g1',
        colour: 'red',
        worker: holderOf('p_worker'),
        leader: holderOf('p_leader'),
      },
      {
        gridId: 'qinghe_g2',
        name: '蓝色网格',
        path: 'qinghe/qinghe_g2',
        colour: 'blue',
        worker: holderOf('p_worker2'),
      },
    ],
    'p_secretary',
  ),
  community(
    'liuyuan',
    '柳园社区',
    [{ gridId: 'liuyuan_g1', name: '第一网格', path: 'liuyuan/liuyuan_g1', worker: holderOf('p_strangerWorker') }],
    'p_strangerSecretary',
  ),
];

function card(token: string, placeId: string, more: Partial<Card> = {}): Card {
  const issuedAt = new Date('2026-05-30T02:00:00Z');
  const at = placeNamed(placeId);
  return {
    _id: token,
    communityId: at.communityId,
    place: placeRef(at),
    size: 'large',
    state: 'open',
    issuedAt,
    issuedBy: { personId: 'p_worker', name: '赵慧敏' },
    issuedKey: timeKey(issuedAt, token),
    request: { requestKey: `issue-${token}`, inputHash: '' },
    ...more,
  };
}

export const cards: readonly Card[] = [
  card('Card7Courtyard1East', 'qinghe_g1_h1'),
  card('Card3Building0000', 'qinghe_g2_c1'),
  card('CardLiuyuan00001', 'liuyuan_c1'),
  card('CardWornOut000001', 'qinghe_g1_c2', {
    state: 'renewed',
    renewedAt: new Date('2026-09-01T02:00:00Z'),
    renewedBy: { personId: 'p_worker', name: '赵慧敏' },
  }),
];

/** The login of each person, as introductions or an import would have made it. */
export function worldLogins(): LoginWithInbox[] {
  return somebodies.map((one) => {
    const home = communities.find(({ _id }) => _id === communityOf(one))!;
    const login = buildLogin({
      openid: openidOf(one.id),
      person: personOf(one, true),
      posts: postOf(one),
      community: home,
    });
    const worn = one.wears && login.hats.find(({ hat }) => hat === one.wears);
    return worn ? { ...login, hatInUse: worn.key } : login;
  });
}

interface Loads {
  load(collection: string, documents: readonly object[]): void;
}

export function loadWorld(database: Loads): void {
  database.load('communities', communities);
  database.load('places', tree);
  database.load('teams', teams);
  database.load('posts', somebodies.flatMap(postOf));
  database.load('people', [...somebodies.map((one) => personOf(one, true)), personOf(imported, false)]);
  database.load('logins', worldLogins());
  database.load('cards', cards);
}
