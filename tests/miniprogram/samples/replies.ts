/** One answer of the cloud for every endpoint, typed by the contract: pages are drawn from these in tests. */
import { briefSample } from './brief';
import { privacyReplies } from './privacy';
import { categories, offeredCategories } from './categories';
import { policy, teamList } from './deciding';
import { enrolmentReplies } from './enrolment';
import type { EndpointName, Output } from '../../../miniprogram/contracts/api';
import type { SlipView } from '../../../miniprogram/contracts/passbook';
import { cardReplies } from './cards';
import { helpReplies } from './help';
import { exportSample } from './exports';
import { importRowSample, importSample } from './imports';
import { activities, codeReplies, openActivity } from './activities';
import { fileReplies } from './files';
import { bodies, counts, deskSample } from './home';
import {
  closedView,
  dispatchedView,
  errand,
  leak,
  leakView,
  offered,
  phoned,
  ramp,
  suggestions,
  wishes,
} from './orders';
import { moderationReplies } from './moderation';
import { alarm, bookSample, entry, grantSample, objection, reversal } from './passbook';
import { hats, sessionOf } from './sessions';
import { placeReplies } from './places';
import { patternsSample } from './patterns';
import { branchReplies } from './recognition';
import { rewardReplies } from './rewards';
import { stationReplies } from './stations';
import { visitReplies } from './visits';

const page = { orders: [leak, offered] };
/** November of that book: its newest lines are as in `bookSample`. */
const slip: SlipView = {
  personId: 'li',
  name: '李建国',
  unit: 'organization',
  month: '2026-11',
  opening: 183,
  closing: 186,
  sequence: 41,
  hash: '7f3a92c1'.padEnd(64, '0'),
  lines: [
    {
      entryId: 'entry-41',
      sequence: 41,
      at: '2026-11-14T02:00:00.000Z',
      title: '主题党日',
      cause: 'attended',
      points: 3,
      balance: 186,
    },
  ],
  anchor: { day: '2026-11-15', hash: 'a1b2c3d4'.padEnd(64, '0') },
  code: '0ABC-DEFG-HJKM-NPQR-STVW-XYZ0-1234-5678-9ABC-DEFG-HJKM-NPQR',
  signature: 'c2lnbmF0dXJl',
  publicKey: 'cHVibGljIGtleQ==',
  keyId: '12ab34cd',
};
const sound = { state: 'sound', entries: 41, balance: 186, checkCode: '7F3A-92C1' } as const;
const change = {
  changeId: 'q1',
  kind: 'contact',
  state: 'open',
  at: '2026-11-20T02:00:00.000Z',
  name: '何桂香',
  phone: '138 **** 0051',
  newName: '何桂芳',
  newPhone: '139 **** 0052',
  proved: true,
  hats: [],
} as const;
const hatsChange = {
  changeId: 'q2',
  kind: 'hats',
  state: 'open',
  at: '2026-11-20T01:00:00.000Z',
  name: '王建国',
  phone: '138 **** 0014',
  hats: ['secretary', 'member'],
} as const;
const setupProgress = {
  communityName: '常青藤社区',
  office: {
    phone: '0351-5550001',
    address: '柳巷 1 号',
    hours: { days: [1, 2, 3, 4, 5], fromMinute: 510, toMinute: 1050, text: '周一至周五 8:30–17:30' },
    dutyName: '值班室',
    dutyPhone: '0351-5550002',
  },
  steps: [
    { step: 'office', isDone: true, missing: [] },
    { step: 'posts', isDone: false, missing: ['一网格'] },
    { step: 'cards', isDone: false, missing: [] },
  ],
} as const;
const session = sessionOf(hats.gridLeader);

export const replies: { readonly [Name in EndpointName]: Output<Name> } = {
  'activity.list': { activities, signInByCode: true },
  'activity.get': openActivity,
  'activity.create': openActivity,
  'activity.mark': openActivity,
  ...codeReplies,
  'activity.addWalkIn': openActivity,
  'activity.askLeave': openActivity,
  'activity.decideLeave': openActivity,
  'activity.move': openActivity,
  'activity.callOff': { ...openActivity, state: 'calledOff', mayMark: false, mayClose: false, mayMove: false },
  'activity.close': { ...openActivity, state: 'signing', mayMark: false, mayClose: false },
  'activity.sign': { ...openActivity, state: 'closed', mayMark: false, mayClose: false },
  'brief.get': briefSample,
  ...privacyReplies,
  ...cardReplies,
  ...visitReplies,
  ...helpReplies,
  ...fileReplies,
  'import.start': importSample,
  'import.advance': importSample,
  'import.get': importSample,
  'import.list': { imports: [importSample] },
  'import.listRows': { import: importSample, rows: [importRowSample] },
  'import.decide': { ...importRowSample, decision: 'other' },
  'import.apply': { ...importSample, state: 'applying' },
  'import.getTemplate': { fileUrl: 'https://files.test/residents.xlsx' },
  'import.getRefused': { fileUrl: 'https://files.test/refused.xlsx' },
  'export.start': exportSample,
  'export.advance': { ...exportSample, state: 'done', rows: 300 },
  'export.list': {
    exports: [exportSample],
    choices: {
      lists: ['residents', 'orders'],
      grids: [{ gridId: 'g1', name: '红色网格', colour: 'red' }],
      wholeLists: ['residents'],
    },
  },
  'export.getFile': { fileUrl: 'https://files.test/residents.xlsx', fileName: '清河社区居民2026-11-20.xlsx' },
  'setup.claim': session,
  'setup.changeOffice': setupProgress,
  'setup.getProgress': setupProgress,
  ...stationReplies,
  ...enrolmentReplies,
  'message.list': {
    messages: [
      {
        messageId: 'm1',
        kind: 'offered',
        at: '2026-11-21T12:30:00.000Z',
        read: false,
        orderId: 'order-leak',
        title: '厨房水管漏水',
        until: '2026-11-24T02:05:00.000Z',
      },
      { messageId: 'm2', kind: 'points', at: '2026-11-20T12:30:00.000Z', read: true, title: '主题党日', points: 3 },
    ],
  },
  'message.markRead': { unread: 0 },
  'message.grant': { credits: { 'order-news': 1, 'offer-news': 0, 'deadline-news': 0 } },
  'policy.get': policy,
  'policy.change': policy,
  'policy.listCategories': categories,
  'policy.saveCategory': categories,
  'policy.listOffered': { categories: offeredCategories },
  'team.list': teamList,
  'team.change': teamList.teams[0],
  'order.create': dispatchedView,
  'order.intake': dispatchedView,
  'order.findDuplicates': { orders: [] },
  'order.findSimilar': {
    order: { orderId: 'order-pressure', title: '水压小', createdAt: '2026-11-20T02:00:00.000Z', version: 1 },
  },
  'order.join': dispatchedView,
  'order.listMine': page,
  'order.get': dispatchedView,
  'order.listQueue': { orders: [leak, errand, phoned, ramp], counts },
  'order.listOffers': page,
  'order.listWishes': { orders: wishes },
  'order.suggest': { order: leakView, suggestions },
  'order.dispatch': dispatchedView,
  'order.accept': dispatchedView,
  'order.decline': dispatchedView,
  'order.release': dispatchedView,
  'order.appoint': dispatchedView,
  'order.arrive': dispatchedView,
  'order.standBy': dispatchedView,
  'order.appealNoShow': dispatchedView,
  'order.ruleNoShow': dispatchedView,
  'order.complete': dispatchedView,
  'order.confirm': closedView,
  'order.reopen': dispatchedView,
  'order.cancel': dispatchedView,
  'order.refuse': dispatchedView,
  'order.merge': dispatchedView,
  'order.transfer': dispatchedView,
  'order.changeRating': dispatchedView,
  'order.makePrivate': dispatchedView,
  'order.askRequester': dispatchedView,
  'order.answerQuestion': dispatchedView,
  'order.removeHelper': dispatchedView,
  ...{ 'order.withdrawQuestion': dispatchedView, 'order.leavePool': dispatchedView },
  'order.recordAnswer': dispatchedView,
  'order.reclassify': dispatchedView,
  'order.relocate': dispatchedView,
  'order.recordCall': dispatchedView,
  'order.remind': dispatchedView,
  'order.tickPaper': dispatchedView,
  'order.recordTold': dispatchedView,
  'order.revealPhone': { name: '王奶奶', phone: '13800000021' },
  ...moderationReplies,
  'order.getDesk': deskSample,
  'order.listNeeds': {
    day: 6,
    days: [{ day: 6, needs: 1 }],
    hours: [{ hour: 9, needs: 1, free: 4 }],
    orders: [leak],
  },
  'order.search': {
    by: 'name',
    orders: [{ ...leak, requesterName: '王奶奶' }],
    grids: [{ gridId: 'g1', name: '红色网格' }],
  },
  'passbook.get': bookSample,
  'passbook.list': {
    people: [
      { personId: 'li', name: '李建国', balance: 186, countThisYear: 41, contested: 1 },
      { personId: 'ma', name: '马晓雯', balance: -2, countThisYear: 3, contested: 0 },
    ],
  },
  'passbook.verify': sound,
  'passbook.slip': slip,
  'passbook.audit': { books: 31, broken: [] },
  'passbook.contest': {
    ...entry({ sequence: 40, day: '2026-10-31', title: '支部大会', points: -2, balance: 183 }),
    contest: { state: 'open', words: '那天我请了假' },
    mayContest: false,
  },
  'passbook.uphold': {
    ...entry({ sequence: 40, day: '2026-10-31', title: '支部大会', points: -2, balance: 183 }),
    contest: { state: 'upheld', words: '那天我请了假', answer: { words: '没有请假条', by: '王书记' } },
    mayContest: false,
  },
  'passbook.proposeReversal': { ...reversal, mine: 'proposal', maySign: false },
  'passbook.listReversals': {
    reversals: [objection, reversal, { ...reversal, reversalId: 'reversal-2', mine: 'proposal', maySign: false }],
  },
  'passbook.proposeGrant': { ...grantSample, mine: 'proposal', maySign: false },
  'passbook.listGrants': {
    grants: [
      grantSample,
      { ...grantSample, grantId: 'grant-2', kind: 'opening', points: 86, mine: 'proposal', maySign: false },
    ],
    room: { cap: 20, used: 5 },
  },
  'passbook.signGrant': { ...grantSample, state: 'signed', settledBy: '田广志', maySign: false },
  'passbook.listAlarms': { alarms: [alarm] },
  'passbook.closeAlarm': alarm,
  'passbook.getPatterns': patternsSample,
  'passbook.listPairs': {
    pairs: [
      {
        month: '2026-11',
        way: 'confirmed',
        giverName: '王奶奶',
        earnerName: '孙立群',
        paid: 8,
        unpaid: 1,
        cap: 8,
        unpaidSources: ['order-leak'],
      },
    ],
  },
  'passbook.signReversal': reversal,
  'person.getSession': session,
  'home.get': { session, body: bodies.grid },
  'person.switchHat': session,
  'person.saveSettings': { ...session, elder: true },
  'person.register': session,
  'person.requestChange': change,
  'person.requestErasure': { ...change, kind: 'erasure', why: '搬走了' },
  'person.setAlone': session,
  'person.setRoles': session,
  'person.getPortrait': { state: 'shown', fileUrl: 'http://127.0.0.1/portrait.jpg' },
  'person.setPortrait': { state: 'checking' },
  'person.removePortrait': { state: 'none' },
  'person.listChanges': { changes: [change, hatsChange] },
  'person.approveChange': { ...change, state: 'approved', decidedBy: '王建国' },
  'person.refuseChange': { ...change, state: 'refused', decidedBy: '王建国', reason: '没问到本人' },
  'person.listReveals': {
    reveals: [{ at: '2026-11-20T02:00:00.000Z', byName: '赵慧敏', hat: 'gridWorker', orderNumber: '2611-048372' }],
  },
  ...placeReplies,
  ...branchReplies,
  ...rewardReplies,
};
