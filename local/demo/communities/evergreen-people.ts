import type { DemoPerson } from '../people/people-builder';

type KnownPerson = { name: string; openid: string } & Partial<
  Pick<DemoPerson, 'alone' | 'elder' | 'skills' | 'free' | 'atWork' | 'employer'>
>;

const repair = { skills: ['repair', 'device'], employer: '市供电服务中心' } as const;

/** Members of 常青藤 whom a visitor of the demo can be or meet first, by their household. */
export const knownMembers: Readonly<Record<string, KnownPerson>> = {
  '柳巷 12 号院 2 户': {
    name: '孙立群',
    openid: 'member-sun',
    ...repair,
    free: ['today-afternoon', 'today-evening', 'saturday'],
    atWork: [],
  },
  '柳巷 7 号院 1 户': {
    name: '田广志',
    openid: 'captain-tian',
    ...repair,
    free: ['today-evening', 'saturday'],
    atWork: ['today-afternoon'],
  },
  '柳南巷 15 号院 1 户': {
    name: '马晓雯',
    openid: 'member-ma',
    ...repair,
    free: ['saturday'],
    atWork: ['today-afternoon'],
  },
  '桃园路 3 号院 1 户': {
    name: '雷丽华',
    openid: 'captain-lei',
    skills: ['legal', 'family'],
    employer: '明理律师事务所',
    free: ['today-evening', 'saturday'],
    atWork: ['today-afternoon'],
  },
  '槐荫路 3 号院 1 户': {
    name: '宋宏伟',
    openid: 'leader-song',
    skills: ['errand', 'family'],
    employer: '市第八中学',
    free: ['saturday'],
    atWork: ['today-afternoon'],
  },
};

/** Residents and staff, by their household. */
export const knownNeighbours: Readonly<Record<string, KnownPerson>> = {
  '柳巷 12 号院 1 户': { name: '王桂兰', openid: 'resident-wang', alone: true, elder: true },
  '柳巷 12 号院 3 户': { name: '罗美玲', openid: 'resident-luo' },
  '柳巷 3 号院 1 户': { name: '赵慧敏', openid: 'worker-zhao' },
  '学府街 3 号院 1 户': { name: '秦月华', openid: 'secretary-qin' },
  '学府街 7 号院 1 户': { name: '范志远', openid: 'admin-fan' },
};

interface TeamOf {
  readonly key: string;
  readonly name: string;
  readonly skill: 'legal' | 'escort' | 'counsel' | 'repair' | 'errand' | 'device' | 'schooling';
  /** How many members it has, its captain among them. */
  readonly size: number;
  /** Openid of a captain who is a persona. */
  readonly captain?: string;
  readonly vanguard?: true;
}

/** S2-09: seven teams; the article names the first three, the others are ours. Beside them the members' vanguard. */
export const teams: readonly TeamOf[] = [
  { key: 'legal', name: '法律咨询小分队', skill: 'legal', size: 8, captain: 'captain-lei' },
  { key: 'medical', name: '医疗健康小分队', skill: 'escort', size: 9 },
  { key: 'counsel', name: '心理疏导小分队', skill: 'counsel', size: 7 },
  { key: 'repair', name: '水电小分队', skill: 'repair', size: 6, captain: 'captain-tian' },
  { key: 'errand', name: '助老跑腿小分队', skill: 'errand', size: 10 },
  { key: 'device', name: '手机电脑小分队', skill: 'device', size: 7 },
  { key: 'schooling', name: '课后辅导小分队', skill: 'schooling', size: 8 },
  { key: 'vanguard', name: '党员先锋队', skill: 'errand', size: 6, vanguard: true },
];

/** Invented workplaces; who works there is not to be asked in the afternoon. */
export const employers: readonly string[] = [
  '市供电服务中心',
  '市第八中学',
  '区中心医院',
  '市图书馆',
  '自来水服务所',
  '铁路客运段',
  '明理律师事务所',
  '区税务服务厅',
  '市地质研究所',
  '城建设计院',
];
