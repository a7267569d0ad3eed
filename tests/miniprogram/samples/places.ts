import type { BranchView, TransferView } from '../../../miniprogram/contracts/branch';
import type { GridView, PlaceDetail } from '../../../miniprogram/contracts/place';
import type { PersonView, PostView } from '../../../miniprogram/contracts/post';

export const gridSample: PlaceDetail = {
  placeId: 'blue',
  kind: 'grid',
  name: '蓝色网格',
  label: '蓝色网格',
  colour: 'blue',
  hasMore: true,
  version: 2,
  closed: false,
  children: 2,
  former: [{ label: '北片网格', until: '2026-11-20T02:00:00.000Z', byName: '秦书记' }],
};
const findingCounts = {
  vacancy: 1,
  householdWithoutChief: 3,
  chiefOverloaded: 0,
  personWithoutGrid: 0,
  orderWithoutGrid: 0,
  shopWithoutGrid: 1,
  placeWithoutCard: 12,
  holderElsewhere: 0,
  leaderApart: 0,
  postMisplaced: 0,
  sectionWithoutTeam: 2,
  teamIncomplete: 0,
  fewReminders: 0,
};
const shop = { placeId: 'noodles', kind: 'shop', name: '老马面馆', label: '老马面馆', hasMore: false } as const;

export const blueGrid: GridView = {
  placeId: 'blue',
  name: '蓝色网格',
  version: 2,
  colour: 'blue',
  boundary: [
    { latitude: 37.87, longitude: 112.53 },
    { latitude: 37.87, longitude: 112.54 },
    { latitude: 37.86, longitude: 112.54 },
    { latitude: 37.86, longitude: 112.53 },
  ],
  worker: '赵慧敏',
  figures: { courtyards: 10, households: 40, people: 96, openOrders: 11, laneChiefs: 2 },
};

const postSample: PostView = {
  postId: 'worker',
  hat: 'gridWorker',
  placeId: 'blue',
  placeName: '蓝色网格',
  holder: { personId: 'zhao', name: '赵慧敏' },
  since: '2026-01-01T00:00:00.000Z',
  next: { name: '白雪', from: '2026-12-01T00:00:00.000Z' },
  past: [{ name: '田广志', since: '2024-01-01T00:00:00.000Z', until: '2026-01-01T00:00:00.000Z' }],
};
const personSample: PersonView = {
  personId: 'bai',
  name: '白雪',
  phone: '164****0010',
  placeLabel: '柳巷 12 号院',
  member: false,
  reachable: true,
};

const branchSample: BranchView = {
  branchId: 'branch:cqt',
  name: '常青藤社区党支部',
  kind: 'community',
  first: true,
  signInByCode: true,
  ownStandards: false,
  standards: [
    { memberClass: 'committee', present: 3, absent: -4, organised: 6, guided: 6 },
    { memberClass: 'young', present: 3, absent: -2, organised: 6, guided: 3 },
    { memberClass: 'senior', present: 3, absent: -1, organised: 6, guided: 3 },
    { memberClass: 'special', present: 3, absent: 0, organised: 6, guided: 3 },
  ],
  maxPoints: 100,
  ownPoints: false,
  points: {
    ...{ contestDays: 30, grantCap: 20, pairCap: 8, organizationMonths: 0, organizationCarryOver: 99_999 },
    ...{ serviceMonths: 0, serviceCarryOver: 99_999 },
  },
  pointRanges: {
    contestDays: { min: 1, max: 366 },
    grantCap: { min: 0, max: 1_000 },
    pairCap: { min: 1, max: 100 },
    organizationMonths: { min: 0, max: 120 },
    organizationCarryOver: { min: 0, max: 99_999 },
    serviceMonths: { min: 0, max: 120 },
    serviceCarryOver: { min: 0, max: 99_999 },
  },
  pointChanges: [{ setting: 'grantCap', from: 30, at: '2026-11-20T02:00:00.000Z', name: '王建国' }],
  mine: true,
  holders: [{ personId: 'wang', name: '王建国', hat: 'secretary' }],
};
const transferSample: TransferView = {
  transferId: 't1',
  personId: 'hou',
  name: '侯思远',
  fromName: '快递行业党支部',
  toName: '常青藤社区党支部',
  reason: '换到社区上班了',
  byName: '薛飞',
  at: '2026-11-20T02:00:00.000Z',
  mayDecide: true,
};

const employer = {
  employerId: 'school',
  name: '市第一中学',
  holders: [{ postId: 'employer_school_p1', personId: 'p1', name: '牛晓东' }],
};

/** What the cloud answers about places. */
export const placeReplies = {
  'place.listChildren': {
    places: [
      { placeId: 'blue', kind: 'grid', name: '蓝色网格', label: '蓝色网格', colour: 'blue', hasMore: true },
      { placeId: 'yard', kind: 'courtyard', name: '12 号院', label: '柳巷 12 号院', hasMore: false },
    ],
  },
  'place.get': {
    place: gridSample,
    places: [{ placeId: 's1', kind: 'section', name: '一片区', label: '一片区', hasMore: true }],
  },
  'place.create': gridSample,
  'place.save': gridSample,
  'place.move': gridSample,
  'place.close': { ...gridSample, closed: true },
  'finding.getCounts': { counts: findingCounts, countedAt: '2026-11-21T18:00:00.000Z' },
  'finding.list': {
    findings: [{ findingId: 'v', kind: 'vacancy', label: '蓝色网格', detail: 'gridWorker', placeId: 'blue' }],
  },
  'post.list': {
    placeName: '蓝色网格',
    posts: [postSample],
    hats: ['groupLeader', 'gridLeader', 'gridWorker'],
    levels: [
      { level: 'branch', name: '秦月华' },
      { level: 'partyGroup', name: null },
      { level: 'gridWorker', name: '赵慧敏' },
      { level: 'laneChief' },
      { level: 'courtyardHead' },
    ],
  },
  'place.listGrids': { mine: true, grids: [blueGrid], countedAt: '2026-11-21T18:00:00.000Z' },
  'person.settle': personSample,
  'person.previewLeave': {
    person: personSample,
    posts: [{ hat: 'gridWorker', placeName: '蓝色网格' }],
    lapsing: [],
    returning: [{ orderId: 'o1', number: '2611-048372' }],
    paying: [],
    hasMore: false,
  },
  'post.assign': { post: postSample, notes: ['livesElsewhere'] },
  'branch.list': {
    branches: [
      branchSample,
      {
        branchId: 'branch:cqt:couriers',
        name: '快递行业党支部',
        kind: 'trade',
        first: false,
        signInByCode: false,
        ownStandards: true,
        ownPoints: false,
        mine: false,
        holders: [],
      },
    ],
    transfers: [transferSample],
    mayCreate: true,
    mayTransfer: true,
  },
  'branch.create': branchSample,
  'branch.setPost': branchSample,
  'branch.savePolicy': branchSample,
  'branch.listMembers': {
    members: [
      {
        personId: 'hou',
        name: '侯思远',
        memberClass: 'young',
        mentorName: '冯秀珍',
        changed: { byName: '秦月华', at: '2026-11-03T02:00:00.000Z', reason: '组织关系转来了' },
      },
      { personId: 'zhen', name: '甄小北', memberClass: 'young' },
    ],
  },
  'branch.setMember': { personId: 'zhen', name: '甄小北', memberClass: 'senior' },
  'branch.proposeTransfer': transferSample,
  'branch.decideTransfer': { transferId: 't1', agreed: true },
  'mentor.list': {
    mentors: [
      { personId: 'feng', name: '冯秀珍', apprentices: [{ personId: 'hou', name: '侯思远' }], advice: 'few' },
      { personId: 'liang', name: '梁国庆', apprentices: [] },
    ],
    without: [{ personId: 'zhen', name: '甄小北' }],
    mine: true,
  },
  'mentor.assign': { mentorId: 'feng', apprenticeId: 'zhen' },
  'mentor.release': { apprenticeId: 'hou' },
  'employer.list': {
    employers: [employer, { employerId: 'power', name: '市供电服务中心', holders: [] }],
    mine: true,
  },
  'employer.grantHat': employer,
  'employer.revokeHat': { ...employer, holders: [] },
  'person.find': { people: [personSample], hasMore: false },
  'person.leave': personSample,
  'place.listApart': { places: [shop] },
} as const;
