import { cardNumberOf } from '../../../cloudfunctions/core/card/rules/number';
import type { Activity } from '../../../cloudfunctions/core/activity/activity';
import type { EndpointName } from '../../../miniprogram/contracts/api';
import { newRequest, type ApiCloud } from '../../support/api';
import { waitingMove, waitingVisit } from '../../support/community';
import { sampleSlipCode } from '../../support/samples';

import { versionOf, type Examples } from './examples';
import { moderationWrites, ownTextReads, ownTextWrites } from './moderation-inputs';
import { placeWrites } from './place-inputs';
import { recognitionReads, recognitionWrites } from './recognition-inputs';
import { reviewReads, reviewWrites } from './review-inputs';

const ownCategory = {
  name: '学跳舞',
  skill: null,
  kind: 'service',
  privacy: 'open',
  checklist: [],
  emergency: false,
} as const;

/** Inputs that would be answered, if the hat may ask. */
export function inputsOf(examples: Examples, name: EndpointName): object[] {
  const orders = [examples.accepted, examples.private, examples.closed, examples.wish];
  const books = ['organization', 'service', 'courtyard'].flatMap((unit) =>
    ['p_member', 'p_resident', 'p_young', 'p_stranger'].map((personId) => ({ unit, personId })),
  );
  const reads: Partial<Record<EndpointName, object[]>> = {
    'card.get': [{ token: 'Card7Courtyard1East' }],
    'card.getCode': [{ token: 'Card7Courtyard1East' }],
    'card.find': [{ number: cardNumberOf('Card7Courtyard1East') }],
    'card.listOpenTasks': [{ task: 'print' }, { task: 'handOut' }],
    'file.checkCards': [{ placeId: 'qinghe_g1', cards: 'all' }],
    'place.listChildren': [{}, { token: 'Card7Courtyard1East' }, { placeId: 'qinghe_g1_c1' }],
    'help.getMember': [{ personId: 'p_special' }, { personId: 'p_stranger' }],
    'place.get': [{ placeId: 'qinghe_g1_c1' }, { placeId: 'liuyuan_g1' }],
    ...ownTextReads,
    'finding.list': [{ kind: 'vacancy' }],
    'post.list': [{}, { placeId: 'qinghe_g1' }],
    'person.previewLeave': [{ personId: 'p_member' }, { personId: 'p_stranger' }],
    'person.find': ['李', '16400000001', '石'].map((words) => ({ words })),
    'place.listApart': [{ list: 'ungridded' }, { list: 'closed' }],
    'policy.listOffered': [{}, { token: 'Card7Courtyard1East' }],
    'order.listMine': [{ state: 'open' }, { state: 'closed' }],
    'order.listOffers': [{ state: 'open' }, { state: 'closed' }],
    'order.get': orders.map((orderId) => ({ orderId })),
    'order.listQueue': ['waiting', 'late', 'due', 'callback', 'inProgress'].map((filter) => ({ filter })),
    'order.suggest': orders.map((orderId) => ({ orderId })),
    'order.findDuplicates': [
      { placeId: 'qinghe_g1_c1' },
      { phone: '16400000001' },
      { words: '石榴巷' },
      { words: '李' },
      { phone: '16400000002', placeId: 'qinghe_g1_h1' },
      ...orders.map((orderId) => ({ orderId })),
    ],
    'order.findSimilar': ['repair', 'birth', 'wish'].map((category) => ({ category })),
    'order.listWithheld': [{}, ...orders.map((orderId) => ({ orderId }))],
    'order.previewPublic': orders.map((orderId) => ({ orderId })),
    'order.getDesk': [{}, { list: 'overdue' }, { list: 'returned' }, { list: 'reopened' }],
    'order.listNeeds': [{}, { day: 6 }, { day: 0 }],
    'order.search': [
      ...['16400000001', '李', '2026-11-21'].map((words) => ({ words })),
      { words: '句话', as: 'words' },
      { status: 'closed' },
      { month: '2026-11', placeId: 'qinghe_g1' },
    ],
    ...reviewReads,
    ...recognitionReads,
    'passbook.get': [{}, ...books],
    'passbook.listAlarms': [{ state: 'open' }, { state: 'closed' }],
    'passbook.listGrants': [{ state: 'open' }, { state: 'settled' }],
    'passbook.list': ['organization', 'service', 'courtyard'].map((unit) => ({ unit })),
    'passbook.verify': books,
    'passbook.slip': books.map((book) => ({ ...book, month: '2026-11' })),
    'passbook.checkSlip': [{}, { personId: 'p_member' }].map((of) => ({ ...of, code: sampleSlipCode })),
    'file.printMonthSlip': books.map((book) => ({ ...book, month: '2026-11', format: 'pdf' })),
    'passbook.audit': ['organization', 'service', 'courtyard'].map((unit) => ({ unit })),
    'activity.get': [{ activityId: examples.activity }],
    'reward.get': [{ redemptionId: 'nobody-redeemed' }],
    'reward.find': [{ code: '000000000000' }],
    'reward.getSheet': [{}, { month: '2026-10' }],
    'brief.get': [{}, { month: '2026-10' }],
    'import.get': [{ importId: 'nobody-imported' }],
    'import.listRows': [{ importId: 'nobody-imported', fate: 'new' }],
    'import.getTemplate': [{ kind: 'residents' }],
    'file.printSlip': orders.map((orderId) => ({ orderId })),
    'file.printSign': [{ stationId: 'qinghe_shop1' }],
    'station.listNear': [{ latitude: 37.87, longitude: 112.55 }],
    'station.get': ['qinghe_station1', 'qinghe_shop1'].map((stationId) => ({ stationId })),
    'enrolment.get': [{}, { personId: 'p_member' }, { personId: 'p_head' }],
    'enrolment.getPresence': [{}, { personId: 'p_member' }],
    'enrolment.list': ['asked', 'enrolled', 'refused'].map((state) => ({ state })),
    'site.get': [{ siteId: 'qinghe_site1' }],
    'visit.getHousehold': ['qinghe_g1_h1', 'qinghe_g1_h2'].map((placeId) => ({ placeId })),
    'alert.list': ['open', 'settled'].map((state) => ({ state })),
    'residence.list': ['asked', 'confirmed', 'refused'].map((state) => ({ state })),
    'site.getCircle': [{ mode: 'walk', at: 'night' }],
  };
  return reads[name] ?? [{}];
}

/** What each move of an order takes beside the order itself. */
const moveInputs = ({ accepted }: Examples): Partial<Record<EndpointName, object>> => ({
  'order.dispatch': { memberIds: ['p_member2'] },
  'order.decline': { reason: 'no-time' },
  'order.release': { reason: 'unwell' },
  'order.appoint': { from: '2026-11-24T14:00:00+08:00', until: '2026-11-24T16:00:00+08:00' },
  'order.arrive': {},
  'order.standBy': {},
  'order.appealNoShow': { words: '去了，没人应' },
  'order.ruleNoShow': { personId: 'p_member', lifted: true, reason: '邻居看见他来过' },
  'order.complete': { evidence: { kind: 'phone', note: '办好了' } },
  'order.confirm': { stars: 4, tags: [] },
  'order.changeRating': { stars: 3, tags: [] },
  'order.makePrivate': {},
  'order.reopen': { words: '还在漏' },
  'order.cancel': { reason: 'solved-myself' },
  'order.refuse': { reason: 'not-ours' },
  'order.merge': { intoId: accepted },
  'order.transfer': { to: '12345' },
  'order.reclassify': { category: 'repair', kind: 'service', urgent: true },
  'order.relocate': { placeId: 'qinghe_g1_c2' },
  'order.accept': {},
  'order.join': {},
  'order.recordAnswer': { answer: '阀门换好了' },
  'order.recordCall': { result: 'unanswered' },
  'order.askRequester': { words: '哪天在家' },
  'order.answerQuestion': { words: '周六在' },
  'order.removeHelper': { personId: 'p_member', reason: '约了几回都没去成' },
  ...{ 'order.withdrawQuestion': {}, 'order.leavePool': {} },
  'order.remind': {},
});

/** Writes on every order of the examples, with its version: most are refused by its status, some move it on. */
export function movesOf(cloud: ApiCloud, examples: Examples, name: EndpointName): object[] {
  const extra = moveInputs(examples)[name];
  if (!extra) return [];
  return [examples.accepted, examples.private, examples.closed, examples.wish].map((orderId) => ({
    orderId,
    version: versionOf(cloud, orderId),
    requestId: newRequest(),
    ...extra,
  }));
}

export const isMove = (examples: Examples, name: EndpointName): boolean => moveInputs(examples)[name] !== undefined;

/** What heads, staff and the secretary write about a thing of the catalogue. */
const rewardWrites = (goodId: string): Partial<Record<EndpointName, object[]>> => ({
  'reward.redeem': [{ goodId, quantity: 1, priceVersion: 1 }],
  'reward.cancel': [{ redemptionId: 'nobody-redeemed' }],
  'reward.collect': [{ redemptionId: 'nobody-redeemed' }],
  'reward.refuse': [{ redemptionId: 'nobody-redeemed', reason: '不是本人' }],
  'reward.wait': [{ goodId, quantity: 1 }],
  'reward.answer': [{ goodId, take: false, priceVersion: 1 }],
  'reward.receive': [{ goodId, quantity: 2, costCents: 1_600 }],
  'reward.count': [{ goodId, counted: 1, reason: '数了一遍' }],
  'reward.signCount': [{ goodId, agree: false }],
  'reward.saveGood': [
    { version: 0, name: '抹布', measure: '块', picture: 'other', price: 1, limit: 2, offered: true, reason: '添一样' },
  ],
});

/** Every other write, with an input that would be taken, if the hat may. */
export function otherWritesOf(cloud: ApiCloud, examples: Examples, name: EndpointName): object[] {
  const award = `order:${examples.closed}:award`;
  const { version: seen } = cloud.storedOne<Activity>('activities', examples.activity);
  const inputs: Partial<Record<EndpointName, object[]>> = {
    ...placeWrites,
    ...reviewWrites,
    ...recognitionWrites(examples.closed),
    'card.issue': [
      { placeId: 'qinghe_g1_h1', size: 'normal' },
      { placeId: 'liuyuan_g1', size: 'large' },
    ],
    'card.issueAtStation': [{ stationId: 'qinghe_station1', size: 'normal' }],
    ...ownTextWrites,
    'card.revoke': [{ token: 'Card3Building0000', reason: '多发了' }],
    'card.handOut': [{ token: 'Card7Courtyard1East', receivedBy: '何秀兰' }],
    'card.checkNumber': [{ placeId: 'qinghe_g1', kind: 'worker', phone: '16400000009' }],
    'card.setPostNumber': [{ gridId: 'qinghe_g1', phone: '03514000999' }],
    'file.issueCards': [{ placeId: 'qinghe_g2', kind: 'courtyard', size: 'normal' }],
    'file.getOutput': [{ taskId: 'nobody-asked', number: 1 }],
    'file.printCards': [{ placeId: 'qinghe_g2', cards: 'toPrint', product: 'tokens' }],
    'card.reissue': [{ token: 'Card7Courtyard1East', reason: '雨水泡坏了' }],
    'order.create': [{ category: 'errand', words: '取一下药', when: 'any', fileIds: [], placeId: 'qinghe_g1_h1' }],
    'order.intake': [
      {
        category: 'errand',
        words: '取一下药',
        when: 'any',
        name: '王奶奶',
        phone: '03514001234',
        placeId: 'qinghe_g1_h1',
      },
    ],
    'file.printTransferSheet': [{ orderId: examples.accepted }],
    'order.revealPhone': [examples.accepted, examples.private, examples.closed].flatMap((orderId) =>
      ['requester', 'assignee'].map((party) => ({ orderId, party })),
    ),
    ...moderationWrites([examples.accepted, examples.private, examples.closed, examples.wish]),
    'activity.create': [
      { title: '上党课', kind: 'lecture', startsAt: '2026-11-22T09:00:00+08:00', placeName: '活动室' },
    ],
    'activity.mark': [{ activityId: examples.activity, marks: [{ personId: 'p_young', state: 'present' }] }],
    'activity.openCode': [{ activityId: examples.activity }],
    'activity.signIn': [{ activityId: examples.activity, window: 7, code: '218d1f59b9b83cc8' }],
    'activity.decideWalkIn': [{ activityId: examples.activity, personId: 'p_young', agree: true }],
    'activity.addWalkIn': [{ activityId: examples.activity, name: '外卖小哥' }],
    'activity.askLeave': [{ activityId: examples.activity, reason: '那天在医院' }],
    'activity.decideLeave': [{ activityId: examples.activity, personId: 'p_young', agree: true }],
    'activity.move': [{ activityId: examples.activity, version: seen, startsAt: '2026-12-12T09:00:00+08:00' }],
    'activity.close': [{ activityId: examples.activity, version: seen }],
    'activity.callOff': [{ activityId: examples.activity, version: seen, reason: '下大雪' }],
    'activity.sign': [{ activityId: examples.activity, version: seen, agree: true }],
    'passbook.contest': [{ entryId: award, words: '这一单不是我办的' }],
    'passbook.uphold': [{ entryId: award, reason: '居民点的就是您' }],
    'passbook.proposeReversal': [{ entryId: award, reason: '记错了人，应当冲正' }],
    'passbook.signReversal': [{ reversalId: `reversal:${award}`, agree: false, reason: '没有记错' }],
    'passbook.proposeGrant': [
      { kind: 'grant', personId: 'p_young', unit: 'organization', points: 5, reason: '抗洪那几天守了三夜大坝' },
    ],
    'passbook.signGrant': [{ grantId: 'g_none', agree: false, reason: '那几天他不在村里' }],
    'passbook.closeAlarm': [{ alarmId: 'alarm', reason: '查过了' }],
    'team.change': [
      {
        teamId: 'team_repair',
        version: 0,
        name: '维修小分队',
        skill: 'repair',
        captainId: 'p_captain',
        memberIds: ['p_captain', 'p_member', 'p_member2'],
      },
    ],
    'policy.saveCategory': [{ category: ownCategory, reason: '有人问' }],
    'policy.change': [{ policy: { order: { silenceDays: 9 } }, reason: '七天太短' }],
    'message.markRead': [{ messageIds: ['m1'] }],
    'message.grant': [{ accepted: ['order-news'] }],
    'station.report': [{ stationId: 'qinghe_station1', problem: 'water', words: '没水' }],
    'station.changeHours': [
      { stationId: 'qinghe_shop1', version: 1, hours: { rules: [], holidays: 'usual', closedDays: [] } },
    ],
    'station.withdraw': [{ stationId: 'qinghe_shop1', withdrawn: false }],
    'station.move': [{ stationId: 'qinghe_shop1', latitude: 37.87, longitude: 112.56, system: 'gcj02' }],
    'station.verify': [{ stationId: 'qinghe_station1' }],
    'station.handOverSign': [{ stationId: 'qinghe_shop1', receivedBy: '孟祥云' }],
    'site.register': [{ siteId: 'qinghe_site2' }],
    'site.addRecord': [{ siteId: 'qinghe_site1', kind: 'help', words: '修好了车', at: '2026-11-22T09:00:00+08:00' }],
    'site.joinRecord': [{ recordId: 'record_training', join: true }],
    'site.answerCare': [{ recordId: 'record_care', agree: true }],
    'import.start': [{ kind: 'residents', fileId: 'cloud://e/imports/nobodys-list.xlsx', fileName: '居民.xlsx' }],
    'import.advance': [{ importId: 'nobody-imported' }],
    'import.decide': [{ importId: 'nobody-imported', rowId: '0.0', decision: 'leave' }],
    'import.apply': [{ importId: 'nobody-imported' }],
    'import.getRefused': [{ importId: 'nobody-imported' }],
    'export.start': [
      { list: 'residents', format: 'xlsx', sort: 'pinyin', phones: 'masked' },
      { list: 'cards', format: 'csv', sort: 'pinyin', phones: 'masked' },
    ],
    'export.advance': [{ exportId: 'nobody-exported' }],
    'export.getFile': [{ exportId: 'nobody-exported' }],
    'enrolment.request': [{ gridId: 'qinghe_g1' }],
    'enrolment.decide': [{ personId: 'p_head', agree: true }],
    'enrolment.addGroup': [
      { channel: 'group', gridId: 'qinghe_g1', members: [{ name: '尹向东', phone: '16400000061' }] },
    ],
    'enrolment.setCentre': [{ agree: true }],
    'enrolment.setHours': [{ work: [], free: [{ days: [6], fromMinute: 540, toMinute: 720 }] }],
    'enrolment.tick': [
      { item: 'letter', done: true },
      { personId: 'p_member', item: 'badge', done: true },
    ],
    'visit.plan': [{ placeId: 'qinghe_g1_h1', day: '2026-11-28' }],
    'visit.record': [{ placeId: 'qinghe_g1_h1', day: '2026-11-20', outcome: 'well' }],
    'visit.recordAlone': [{ placeId: 'qinghe_g1_h2', personId: 'p_neighbour', alone: true }],
    'visit.revealPhone': [{ placeId: 'qinghe_g1_h2', personId: 'p_neighbour' }],
    'visit.confirm': [{ visitId: waitingVisit._id, agree: true }],
    'residence.registerIn': [
      { placeId: 'qinghe_g1_h1', name: '常月', phone: '16400000081', tenure: 'tenant', day: '2026-11-20' },
    ],
    'residence.registerOut': [{ placeId: 'qinghe_g1_h2', personId: 'p_neighbour', day: '2026-11-20' }],
    'order.tickPaper': [{ orderId: examples.accepted, paper: 0, done: true }],
    'order.recordTold': [{ orderId: examples.accepted }],
    'alert.raise': [
      { need: 'urgent', token: 'Card7Courtyard1East' },
      { need: 'urgent', placeId: 'qinghe_g1_c1' },
    ],
    'alert.settle': [{ alertId: 'nobody-called', outcome: 'reached' }],
    'residence.withdraw': [{ moveId: waitingMove._id }],
    'residence.decide': [{ moveId: waitingMove._id, agree: false, reason: '还没搬来' }],
    'person.saveSettings': [{ elder: true }],
    'person.setPortrait': [{ fileId: 'cloud://e/photos/none.jpg', agreed: true }],
    'person.switchHat': [{ hat: 'secretary@qinghe' }],
    ...rewardWrites(examples.good),
  };
  return (inputs[name] ?? []).map((input) => ({ ...input, requestId: newRequest() }));
}
