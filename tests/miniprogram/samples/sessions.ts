/** Who opens a page in tests, and in which hat. */
import type { HatView } from '../../../miniprogram/contracts/hat';
import type { SessionView } from '../../../miniprogram/contracts/person';

export const hats = {
  gridLeader: {
    key: 'gridLeader@blue',
    hat: 'gridLeader',
    placeName: '蓝色网格',
    colour: 'blue',
    detail: '党小组组长兼任',
  },
  captain: {
    key: 'teamCaptain@repair',
    hat: 'teamCaptain',
    placeName: '在职党员 · 6 人',
    colour: 'red',
    detail: '水电小分队',
  },
  resident: { key: 'resident@7', hat: 'resident', placeName: '柳巷 7 号院', colour: 'green' },
  member: { key: 'member@blue', hat: 'member', placeName: '蓝色网格', colour: 'blue', detail: '水电小分队' },
  gridWorker: { key: 'gridWorker@blue', hat: 'gridWorker', placeName: '蓝色网格', colour: 'blue' },
  secretary: { key: 'secretary@xinglin', hat: 'secretary', placeName: '杏林社区' },
} satisfies Record<string, HatView>;

export const sessionOf = (worn: HatView, name = '田广志'): SessionView => ({
  personId: 'tian',
  name,
  phone: '138 **** 0021',
  communityName: '杏林社区',
  hats: [hats.gridLeader, hats.captain, hats.resident, ...(worn.key in known ? [] : [worn])],
  hat: worn.key,
  elder: false,
  unread: 2,
});
const known: Record<string, true> = {
  [hats.gridLeader.key]: true,
  [hats.captain.key]: true,
  [hats.resident.key]: true,
};
export const visitor: SessionView = { hats: [], hat: 'anonymous', elder: false, unread: 0 };
