import { newEmployer, type Employer } from '../../../cloudfunctions/core/employer/employer';
import type { Person, PersonKind } from '../../../cloudfunctions/core/person/person';
import type { Post } from '../../../cloudfunctions/core/place/post';
import type { Team } from '../../../cloudfunctions/core/place/team';
import type { PostHat } from '../../../miniprogram/contracts/hat';
import { branchIdOf } from '../../../cloudfunctions/core/place/branch';
import { placeRef } from '../../../cloudfunctions/core/place/view';
import type { Hat } from '../../../miniprogram/contracts/hat';
import { placeNamed, places } from './places';

export const teams: readonly Team[] = [
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
  { id: 'p_resident', name: '李秀兰', phone: '16400000001', kinds: ['resident'], home: 'qinghe_g1_h1' },
  { id: 'p_neighbour', name: '郭大勇', phone: '16400000002', kinds: ['tenant'], home: 'qinghe_g1_h2' },
  { id: 'p_elsewhere', name: '段小满', phone: '16400000003', kinds: ['resident'], home: 'qinghe_g2_c1' },
  {
    id: 'p_member',
    name: '张海涛',
    phone: '16400000004',
    kinds: ['resident', 'serviceMember'],
    home: 'qinghe_g2_c1',
    serves: 'qinghe_g1',
    wears: 'member',
  },
  { id: 'p_member2', name: '武建平', phone: '16400000005', kinds: ['serviceMember'], serves: 'qinghe_g1' },
  {
    id: 'p_captain',
    name: '原志强',
    phone: '16400000006',
    kinds: ['serviceMember'],
    serves: 'qinghe_g1',
    post: ['teamCaptain', 'qinghe'],
  },
  {
    id: 'p_head',
    name: '任福贵',
    phone: '16400000007',
    kinds: ['resident'],
    home: 'qinghe_g1_c1',
    post: ['courtyardHead', 'qinghe_g1_c1'],
  },
  {
    id: 'p_lane',
    name: '贺玉梅',
    phone: '16400000008',
    kinds: ['resident'],
    home: 'qinghe_g1_c2',
    post: ['laneChief', 'qinghe_g1_s1_l1'],
  },
  {
    id: 'p_worker',
    name: '赵慧敏',
    phone: '16400000009',
    kinds: ['resident'],
    home: 'qinghe_g1_c2',
    post: ['gridWorker', 'qinghe_g1'],
  },
  {
    id: 'p_worker2',
    name: '白雪',
    phone: '16400000010',
    kinds: ['resident'],
    home: 'qinghe_g2_c1',
    post: ['gridWorker', 'qinghe_g2'],
  },
  {
    id: 'p_leader',
    name: '郝文斌',
    phone: '16400000011',
    kinds: ['branchMember'],
    serves: 'qinghe_g1',
    post: ['gridLeader', 'qinghe_g1'],
    memberClass: 'committee',
  },
  {
    id: 'p_group',
    name: '冯秀珍',
    phone: '16400000012',
    kinds: ['branchMember'],
    serves: 'qinghe_g1',
    post: ['groupLeader', 'qinghe_g1'],
    memberClass: 'committee',
  },
  {
    id: 'p_committee',
    name: '梁国庆',
    phone: '16400000013',
    kinds: ['branchMember'],
    post: ['committee', 'qinghe'],
    memberClass: 'committee',
  },
  {
    id: 'p_secretary',
    name: '王建国',
    phone: '16400000014',
    kinds: ['branchMember'],
    post: ['secretary', 'qinghe'],
    memberClass: 'committee',
  },
  { id: 'p_inspector', name: '常敏', phone: '16400000015', kinds: [], post: ['inspector', 'qinghe'] },
  { id: 'p_employer', name: '牛晓东', phone: '16400000016', kinds: [], post: ['employer', 'qinghe_school'] },
  { id: 'p_courier', name: '薛飞', phone: '16400000017', kinds: ['courier'] },
  { id: 'p_merchant', name: '孟祥云', phone: '16400000018', kinds: ['merchant'] },
  { id: 'p_instructor', name: '翟立新', phone: '16400000019', kinds: [], post: ['instructor', 'qinghe'] },
  { id: 'p_steward', name: '贾向阳', phone: '16400000027', kinds: [], post: ['steward', 'qinghe'] },
  { id: 'p_administrator', name: '康宁', phone: '16400000020', kinds: [], post: ['administrator', 'qinghe'] },
  { id: 'p_young', name: '侯思远', phone: '16400000021', kinds: ['branchMember'], memberClass: 'young' },
  { id: 'p_senior', name: '安德海', phone: '16400000022', kinds: ['branchMember'], memberClass: 'senior' },
  { id: 'p_special', name: '程桂英', phone: '16400000023', kinds: ['branchMember'], memberClass: 'special' },
  { id: 'p_stranger', name: '柳如是', phone: '16400000024', kinds: ['resident'], home: 'liuyuan_c1' },
  { id: 'p_strangerWorker', name: '杜鹃', phone: '16400000025', kinds: [], post: ['gridWorker', 'liuyuan_g1'] },
  {
    id: 'p_strangerSecretary',
    name: '石磊',
    phone: '16400000026',
    kinds: ['branchMember'],
    post: ['secretary', 'liuyuan'],
  },
];

/** Imported, but nobody logged in as them yet. */
export const imported: Somebody = {
  id: 'p_imported',
  name: '曹燕',
  phone: '16400000099',
  kinds: ['resident', 'serviceMember'],
  home: 'qinghe_g1_c2',
  serves: 'qinghe_g1',
};

export function openidOf(personId: string): string {
  return personId.replace(/^p_/, 'o_');
}

export function personOf(one: Somebody, reachable: boolean): Person {
  return {
    _id: one.id,
    communityId: communityOf(one),
    name: one.name,
    phone: one.phone,
    phoneSource: reachable ? 'wechat' : 'office',
    phoneOwner: 'self',
    kinds: one.kinds,
    ...(one.kinds.some((kind) => kind.endsWith('Member')) && { branchId: branchIdOf(communityOf(one)) }),
    ...(one.memberClass && { memberClass: one.memberClass }),
    ...(one.home !== undefined && { home: placeRef(placeNamed(one.home)) }),
    ...(one.serves !== undefined && { serves: placeRef(placeNamed(one.serves)) }),
    ...(one.id.startsWith('p_member') || one.id === 'p_captain'
      ? { teamId: 'team_repair', team: { name: '维修小分队', skill: 'repair', captain: one.id === 'p_captain' } }
      : {}),
    ...(one.id === 'p_resident' && { alone: true }),
    skills: one.kinds.includes('serviceMember') ? ['repair'] : [],
    ...(one.id === 'p_senior' && { employer: '市第一中学', employerId: 'qinghe_school' }),
    free: ['saturday'],
    atWork: [],
    reachable,
  };
}

/** Where members work; one of them has somebody who speaks for it. */
export const employers: readonly Employer[] = [
  newEmployer('qinghe', 'qinghe_school', '市第一中学'),
  newEmployer('qinghe', 'qinghe_power', '市供电服务中心'),
  newEmployer('liuyuan', 'liuyuan_bank', '城区信用社'),
];

export function communityOf(one: Somebody): string {
  return (one.post?.[1] ?? one.home ?? one.serves ?? 'qinghe').split('_')[0]!;
}

export function postOf(one: Somebody): Post[] {
  if (!one.post) return [];
  const [hat, placeId] = one.post;
  const at = places.find(({ _id }) => _id === placeId);
  const school = hat === 'employer' ? { employer: { employerId: placeId, name: employers[0]!.name } } : {};
  const team = hat === 'teamCaptain' ? { team: { teamId: 'team_repair', name: '维修小分队' } } : {};
  return [
    {
      _id: `${hat}_${placeId}`,
      communityId: communityOf(one),
      hat,
      placeId,
      path: at?.path ?? communityOf(one),
      placeName: at?.name ?? school.employer?.name ?? '清河社区',
      ...(at?.colour && { colour: at.colour }),
      ...team,
      ...school,
      holder: { personId: one.id, name: one.name, phone: one.phone },
      since: new Date('2026-01-01T00:00:00Z'),
      heldBy: one.id,
    },
  ];
}
