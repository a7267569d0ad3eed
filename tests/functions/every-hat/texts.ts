import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { Station } from '../../../cloudfunctions/core/station/station';
import type { EndpointName } from '../../../miniprogram/contracts/api';
import type { ApiCloud } from '../../support/api';
import { waitingMove } from '../../support/community';
import { sampleSlipCode } from '../../support/samples';
import { rewardsOf } from '../reward/reward-steps';
import { plantActivities } from './activity-texts';
import { plantAlarm, plantGrants } from './grant-texts';
import { plantHiding } from './hidden-texts';
import { plantPlaces } from './place-texts';
import { plantRemark } from './review-texts';
import { plantThanks } from './thanks-texts';
import { plantNoShow, plantRemoval } from './seat-texts';
import { poolReaders, typist, type Cast, type Planted, type Typist } from './typing';

/** What was typed, the documents that hold it, and the words that a neighbour types to find one of them. */
export interface PlantedTexts {
  readonly texts: readonly Planted[];
  readonly orderIds: readonly string[];
  readonly activityIds: readonly string[];
  readonly redemptionId: string;
  readonly similar: string;
}

/** Types a text of its own into every field of the table, each by whoever may. */
export async function plantTexts(cloud: ApiCloud): Promise<PlantedTexts> {
  const typing = typist(cloud);
  await plantClosings(typing);
  await plantReturns(typing);
  await plantNoShow(cloud, typing);
  await plantRemoval(typing);
  await plantHiding(typing);
  await plantDisputes(typing);
  await plantGrants(typing);
  await plantAlarm(typing);
  await plantRemark(typing);
  await plantThanks(typing);
  const activityIds = await plantActivities(typing);
  await plantRest(typing);
  await plantPlaces(typing);
  const redemptionId = await plantRewards(typing);
  await plantStations(typing);
  const wish = await typing.ask({ observers: [] }, { category: 'wish' });
  const wishCast = { requester: ['o_resident'], pool: poolReaders };
  await typing.move('o_worker', 'order.reclassify', wish, {
    ...{ category: 'wish', kind: 'wish', urgent: false },
    wish: { valueYuan: 80, words: typing.text('order.reclassify.wish.words', wishCast) },
    note: typing.text('order.reclassify.note', wishCast),
  });
  await typing.move('o_worker', 'order.dispatch', wish, { memberIds: [], pool: true });
  await plantIntake(typing);
  await typing.ask({ neighbours: ['o_neighbour'] }, { placeId: 'qinghe_g1_c1' });
  const similar = typing.texts.at(-1)!.text;
  return { texts: typing.texts, orderIds: typing.orderIds, activityIds, redemptionId, similar };
}

/** What shows the texts to whoever may read them: each order, the book that holds the disputes, and every list. */
export function readsOf({
  orderIds,
  activityIds,
  redemptionId,
  similar,
}: PlantedTexts): Partial<Record<EndpointName, object[]>> {
  const book = { unit: 'service', personId: 'p_member' };
  return {
    'order.get': orderIds.map((orderId) => ({ orderId })),
    // The same view; the first five hold every text of a trail.
    'order.suggest': orderIds.slice(0, 5).map((orderId) => ({ orderId })),
    'order.listWithheld': [{}, ...orderIds.map((orderId) => ({ orderId }))],
    'order.findSimilar': [{ category: 'repair', words: similar, placeId: 'qinghe_g1_c1' }],
    'place.listChildren': ['qinghe_g1_s1', 'qinghe_g1_s1_l1'].flatMap((placeId) => [
      { placeId },
      { placeId, token: 'Card7Courtyard1East' },
    ]),
    'activity.get': activityIds.map((activityId) => ({ activityId })),
    'person.listChanges': [{}, { mine: true }],
    'review.get': [{ month: '2026-10' }],
    'recognition.listThanks': ['wall', 'own', 'waiting'].map((list) => ({ list })),
    'recognition.getCommendation': [{}, { period: '2026-10' }],
    'review.getYear': [{ year: 2026 }],
    'review.getRecord': [{}, { personId: 'p_senior' }],
    'passbook.get': [book, { unit: 'courtyard', personId: 'p_head' }],
    'order.search': [{ words: '句话' }, { words: '句话', as: 'words' }, { month: '2026-11' }],
    'station.get': [{ stationId: 'qinghe_shop1' }],
    'site.listRecords': [{ siteId: 'qinghe_site1' }],
    'reward.get': [{ redemptionId }],
    'privacy.listTexts': ['asked', 'helped', 'others'].map((list) => ({ list })),
    'complaint.list': [{ list: 'own' }, { list: 'received' }],
    'passbook.verify': [book],
    'passbook.slip': [{ ...book, month: '2026-11' }],
    'passbook.checkSlip': [{ code: sampleSlipCode, personId: 'p_member' }],
    'passbook.audit': [{ unit: 'service' }],
  };
}

/** Closed while somebody was on it, and joined by a neighbour; closed before anybody was asked. */
async function plantClosings({ text, move, ask, send }: Typist): Promise<void> {
  const both: Cast = { requester: ['o_resident'], assignee: ['o_member'] };
  const cancelled = await ask({ ...both, joined: ['o_neighbour'], asked: ['o_member2'] }, { placeId: 'qinghe_g1_c1' });
  await move('o_neighbour', 'order.join', cancelled);
  await send(cancelled, ['p_member', 'p_member2'], both);
  await move('o_member', 'order.accept', cancelled);
  await move('o_resident', 'order.cancel', cancelled, {
    reason: 'solved-myself',
    note: text('order.cancel.note', both),
  });
  const requester: Cast = { requester: ['o_resident'] };
  await move('o_worker', 'order.refuse', await ask(requester), {
    reason: 'not-ours',
    note: text('order.refuse.note', requester),
  });
  await move('o_worker', 'order.relocate', await ask(requester), {
    placeId: 'qinghe_g1_c1',
    note: text('order.relocate.note', requester),
  });
  const outside = await ask(requester);
  await move('o_worker', 'order.transfer', outside, {
    to: text('order.transfer.to', requester),
    note: text('order.transfer.note', requester),
  });
  await move('o_worker', 'order.recordAnswer', outside, { answer: text('order.recordAnswer.answer', requester) });
}

/** Declined by one and done by the other, not solved, given back, and offered to the first again. */
async function plantReturns({ text, move, ask, send, finish }: Typist): Promise<void> {
  const cast: Cast = { requester: ['o_resident'], offered: ['o_member2'], asked: ['o_member'] };
  const orderId = await ask(cast);
  await send(orderId, ['p_member', 'p_member2'], cast);
  await move('o_member2', 'order.decline', orderId, {
    reason: 'no-time',
    note: text('order.decline.note', cast, 'o_member2'),
  });
  await move('o_member', 'order.accept', orderId);
  const words = text('order.askRequester.words', cast, 'o_member');
  await move('o_member', 'order.askRequester', orderId, { words });
  await move('o_resident', 'order.answerQuestion', orderId, { words: text('order.answerQuestion.words', cast) });
  await finish(orderId, cast);
  await move('o_resident', 'order.reopen', orderId, { words: text('order.reopen.words', cast) });
  await move('o_member', 'order.release', orderId, {
    reason: 'unwell',
    note: text('order.release.note', cast, 'o_member'),
  });
  await send(orderId, ['p_member2'], cast);
}

/** An order that was done and praised; its points stand in the book of p_member. */
async function plantDone({ text, move, ask, send, finish }: Typist): Promise<string> {
  const cast: Cast = { requester: ['o_resident'], assignee: ['o_member'] };
  const orderId = await ask(cast);
  await send(orderId, ['p_member'], cast);
  await move('o_member', 'order.accept', orderId);
  await finish(orderId, cast);
  const words = text('order.confirm.words', cast);
  await move('o_resident', 'order.confirm', orderId, { stars: 5, tags: [], words });
  const later = text('order.changeRating.words', cast);
  await move('o_resident', 'order.changeRating', orderId, { stars: 4, tags: [], words: later });
  return `order:${orderId}:award`;
}

/** One line that is upheld, one whose reversal is sent back, and one whose reversal waits. */
async function plantDisputes(typing: Typist): Promise<void> {
  const { text, write } = typing;
  const cast: Cast = { subject: ['o_member'] };
  const contest = (entryId: string) =>
    write('o_member', 'passbook.contest', { entryId, words: text('passbook.contest.words', cast) });
  const upheld = await plantDone(typing);
  await contest(upheld);
  await write('o_secretary', 'passbook.uphold', {
    entryId: upheld,
    reason: text('passbook.uphold.reason', cast),
  });
  for (const agree of [false, true]) {
    const entryId = await plantDone(typing);
    await contest(entryId);
    // What was proposed and refused is nobody's to read: the answer to the objection says why.
    const reason = agree ? text('passbook.proposeReversal.reason', cast) : '登记漏了';
    await write('o_committee', 'passbook.proposeReversal', { entryId, reason });
    await write('o_secretary', 'passbook.signReversal', {
      reversalId: `reversal:${entryId}`,
      agree,
      ...(!agree && { reason: text('passbook.signReversal.reason', cast) }),
    });
  }
}

async function plantRest({ text, write }: Typist): Promise<void> {
  text('order.findDuplicates.words');
  text('order.findSimilar.words');
  text('order.search.words');
  text('person.find.words');
  const { complaintId } = await write('o_resident', 'complaint.make', {
    ...{ about: 'staff', words: text('complaint.make.words', { subject: ['o_resident'] }) },
  });
  const answer = text('complaint.answer.words', { subject: ['o_resident'] });
  await write('o_secretary', 'complaint.answer', { complaintId, words: answer });
  await write('o_worker', 'card.reissue', { token: 'Card7Courtyard1East', reason: text('card.reissue.reason') });
  await write('o_secretary', 'card.revoke', { token: 'Card3Building0000', reason: text('card.revoke.reason') });
  const { changeId } = await write('o_neighbour', 'person.requestChange', { name: '郭大强' });
  await write('o_secretary', 'team.change', {
    version: 0,
    name: text('team.change.name'),
    skill: 'family',
    captainId: 'p_worker',
    memberIds: ['p_worker'],
  });
  await write('o_secretary', 'policy.change', {
    policy: { passbook: { contestDays: 31 } },
    reason: text('policy.change.reason'),
  });
  await write('o_secretary', 'policy.saveCategory', {
    category: {
      name: '学开车',
      checklist: [text('policy.saveCategory.category.checklist.0')],
      ...{ skill: null, kind: 'service', privacy: 'open', emergency: false },
    },
    reason: text('policy.saveCategory.reason'),
  });
  const reason = text('person.refuseChange.reason', { subject: ['o_neighbour'] });
  await write('o_worker', 'person.refuseChange', { changeId, reason });
}

/** A thing that was counted, and a voucher that was not taken for good. */
async function plantRewards({ cloud, text, write }: Typist): Promise<string> {
  const steps = rewardsOf(cloud);
  await steps.vouched();
  const name = text('reward.saveGood.name');
  const good = { name, measure: '瓶', picture: 'laundry', price: 3, limit: 2, offered: true, version: 0 };
  const saved = await write('o_secretary', 'reward.saveGood', { ...good, reason: text('reward.saveGood.reason') });
  const goodId = String(saved.goodId);
  await write('o_worker', 'reward.receive', { goodId, quantity: 5, costCents: 4_000 });
  const { redemptionId } = await steps.redeem(goodId);
  const reason = text('reward.refuse.reason', { subject: ['o_head'] });
  await write('o_worker', 'reward.refuse', { redemptionId, reason });
  await write('o_worker', 'reward.count', { goodId, counted: 4, reason: text('reward.count.reason') });
  return redemptionId;
}

async function plantStations({ cloud, orderIds, text, write }: Typist): Promise<void> {
  const { version } = cloud.storedOne<Station>('stations', 'qinghe_shop1');
  const hours = { rules: [], holidays: 'usual', closedDays: [], note: text('station.changeHours.hours.note') };
  await write('o_merchant', 'station.changeHours', { stationId: 'qinghe_shop1', version, hours });
  const receivedBy = text('station.handOverSign.receivedBy');
  await write('o_secretary', 'station.handOverSign', { stationId: 'qinghe_shop1', receivedBy });
  const observers = ['o_group', 'o_inspector'];
  const words = text('station.report.words', { requester: ['o_elsewhere'], offered: ['o_steward'], observers });
  await write('o_elsewhere', 'station.report', { stationId: 'qinghe_station1', problem: 'water', words });
  orderIds.push(cloud.stored<Order>('orders').find((order) => order.words === words)!._id);
  const record = { siteId: 'qinghe_site1', kind: 'help', at: '2026-11-22T09:00:00+08:00' };
  await write('o_instructor', 'site.addRecord', { ...record, words: text('site.addRecord.words') });
  const fileName = text('import.start.fileName', { subject: ['o_secretary'] });
  const fileId = 'cloud://e/imports/planted-list.xlsx';
  await write('o_secretary', 'import.start', { kind: 'residents', fileId, fileName });
  const purpose = text('export.start.reason', {});
  const wanted = { list: 'posts', format: 'xlsx', sort: 'pinyin', phones: 'whole', reason: purpose };
  await write('o_secretary', 'export.start', wanted);
  const refused = {
    subject: ['o_head'],
    staff: ['o_worker', 'o_leader', 'o_group', 'o_committee', 'o_secretary'],
  };
  const why = text('enrolment.decide.reason', refused);
  await write('o_leader', 'enrolment.decide', { personId: 'p_head', agree: false, reason: why });
  const note = text('visit.record.note');
  await write('o_lane', 'visit.record', { placeId: 'qinghe_g1_h1', day: '2026-11-21', outcome: 'well', note });
  const because = text('residence.decide.reason', { subject: ['o_head'] });
  await write('o_worker', 'residence.decide', { moveId: waitingMove._id, agree: false, reason: because });
  const reason = text('person.requestErasure.reason', { subject: ['o_young'] });
  await write('o_young', 'person.requestErasure', { reason });
}

async function plantIntake({ orderIds, text, write }: Typist): Promise<void> {
  const { orderId } = await write('o_worker', 'order.intake', {
    category: 'repair',
    words: text('order.intake.words', { observers: ['o_lane', 'o_group', 'o_inspector'] }),
    when: 'any',
    name: '王奶奶',
    phone: '03514001236',
    placeId: 'qinghe_g1_c2',
  });
  orderIds.push(String(orderId));
}
