/** Every text that a person leaves is theirs to black out, or is named here with the reason why it stays. */
import type { FreeText } from '../../../cloudfunctions/core/access/free-texts';
import { blackedOut } from '../../../cloudfunctions/core/order/rules/own-texts';
import { manifest } from '../../../cloudfunctions/core/schema';
import { otherTextSources, textLists, type OwnTextView } from '../../../miniprogram/contracts/privacy';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { callers } from '../every-hat/calls';
import { plantTexts, type PlantedTexts } from '../every-hat/texts';

jest.setTimeout(400_000);

const ledger = 'of the ledger: erased with its author’s name, on request (person.requestErasure)';
const office = 'what an office says of a place, a thing, a rule or a list that it keeps';
const record = 'what a post decided about somebody, who reads the reason and may contest it';
const forgotten = 'about somebody else, and forgotten by jobs after its days (docs/privacy.md)';
const ofBranch = 'what a branch keeps of a member: read by both, blanked when the member is erased';

/** Stays where its author would black it out, by why. */
const kept: Readonly<Record<string, readonly FreeText[]>> = {
  [ledger]: [
    // What an order was for stays in the line of the points that it earned.
    'order.create.words',
    'passbook.closeAlarm.reason',
    'passbook.contest.words',
    'passbook.proposeGrant.reason',
    'passbook.proposeReversal.reason',
    'passbook.signGrant.reason',
    'passbook.signReversal.reason',
    'passbook.uphold.reason',
    'person.requestErasure.reason',
  ],
  [office]: [
    'activity.callOff.reason',
    'activity.create.placeName',
    'activity.create.title',
    'activity.move.placeName',
    'activity.sign.reason',
    'branch.create.name',
    'card.reissue.reason',
    'card.revoke.reason',
    'complaint.answer.words',
    'export.start.reason',
    'import.start.fileName',
    'order.transfer.to',
    'place.create.name',
    'place.save.name',
    'policy.change.reason',
    'policy.saveCategory.category.checklist.0',
    'policy.saveCategory.reason',
    'reward.count.reason',
    'reward.saveGood.name',
    'reward.saveGood.reason',
    'site.addRecord.words',
    'station.changeHours.hours.note',
    'station.handOverSign.receivedBy',
    'team.change.name',
  ],
  [record]: [
    'activity.mark.marks.0.reason',
    'enrolment.decide.reason',
    'order.moderate.words',
    'order.removeHelper.reason',
    'order.ruleNoShow.reason',
    'person.refuseChange.reason',
    'recognition.approveCommendation.reason',
    'residence.decide.reason',
    'review.remark.words',
    'review.sendNote.words',
    'reward.refuse.reason',
  ],
  [forgotten]: ['visit.record.note'],
  [ofBranch]: [
    'branch.proposeTransfer.reason',
    'branch.setMember.reason',
    'help.addNote.words',
    'help.closeCase.words',
    'help.openCase.words',
    'help.recordVisit.needs',
    'help.recordVisit.policy',
  ],
  'of somebody without WeChat, by telephone: theirs to black out once they proved the number': ['order.intake.words'],
};

let cloud: ApiCloud;
let planted: PlantedTexts;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'files'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  planted = await plantTexts(cloud);
});
afterAll(() => cloud.close());

async function ownTexts(openid: string): Promise<readonly OwnTextView[]> {
  const found: OwnTextView[] = [];
  for (const list of textLists) found.push(...(await cloud.getAs(openid, 'privacy.listTexts', { list })).texts);
  return found;
}

async function blackOut(openid: string, { source, id, part }: Pick<OwnTextView, 'source' | 'id' | 'part'>) {
  const requestId = newRequest();
  const other = otherTextSources.find((one) => one === source);
  const reply = other
    ? await cloud.callAs(openid, 'privacy.blackOut', { source: other, id, requestId })
    : await cloud.callAs(openid, 'order.blackOutWords', { orderId: id, part, requestId });
  expect([openid, source, part, reply.ok]).toEqual([openid, source, part, true]);
}

/** What a page of an order offers to black out, to those who wrote on it without asking for it or doing it. */
async function onPages(openid: string): Promise<readonly Pick<OwnTextView, 'source' | 'id' | 'part'>[]> {
  const found = await Promise.all(
    planted.orderIds.map(async (id) => {
      const reply = await cloud.callAs(openid, 'order.get', { orderId: id });
      const texts = reply.ok ? (reply.data.ownTexts ?? []) : [];
      return texts.map(({ part }) => ({ source: 'order' as const, id, part }));
    }),
  );
  return found.flat();
}

const everything = () => JSON.stringify(manifest.collections.map(({ name }) => cloud.stored(name)));
const standing = (): readonly FreeText[] => {
  const all = everything();
  return [...new Set(planted.texts.filter(({ text }) => all.includes(text)).map(({ field }) => field))].sort();
};

test('each stands in the list of who wrote it, and in nobody else’s', async () => {
  const before = standing();
  expect(before.length).toBeGreaterThan(40);
  const words = (await ownTexts('o_resident')).map(({ text }) => text);
  const asked = planted.texts.filter(({ field }) => field === 'order.create.words').map(({ text }) => text);
  expect(words).toEqual(expect.arrayContaining(asked));
  for (const openid of ['o_worker', 'o_secretary', 'o_stranger']) {
    const others = (await ownTexts(openid)).map(({ text }) => text);
    expect(others.filter((text) => asked.includes(text))).toEqual([]);
  }
  const [own] = (await ownTexts('o_resident')).filter(({ source }) => source === 'complaint');
  const theirs = { source: 'complaint', id: own?.id ?? '', requestId: newRequest() } as const;
  expect(await cloud.callAs('o_secretary', 'privacy.blackOut', theirs)).toMatchObject({ code: 'NOT_FOUND' });
});

test('black once, black for good: nothing of it is stored, and the list is empty', async () => {
  for (const { openid } of callers.filter((one) => one.openid !== 'o_nobody')) {
    for (const one of await ownTexts(openid)) await blackOut(openid, one);
    for (const one of await onPages(openid)) await blackOut(openid, one);
    expect([openid, await ownTexts(openid)]).toEqual([openid, []]);
  }
  expect(standing()).toEqual(Object.values(kept).flat().sort());
  // What an order was for is left in the lines of books, and in what messages and proposals say of them.
  const asked = planted.texts.filter(({ field }) => field === 'order.create.words').map(({ text }) => text);
  const holding = manifest.collections.filter(({ name }) => {
    const stored = JSON.stringify(cloud.stored(name));
    return asked.some((text) => stored.includes(text));
  });
  expect(holding.map(({ name }) => name).sort()).toEqual(['entries', 'logins', 'reversals']);
});

test('a list that goes out holds squares; so does the archive, which copies what is stored', async () => {
  const wanted = { list: 'orders', format: 'csv', sort: 'pinyin', phones: 'masked', requestId: newRequest() } as const;
  const { exportId } = await cloud.getAs('o_secretary', 'export.start', wanted);
  for (let share = 0; share < 20; share += 1) {
    const { state } = await cloud.getAs('o_secretary', 'export.advance', { exportId, requestId: newRequest() });
    if (state !== 'working') break;
  }
  const { fileUrl } = await cloud.getAs('o_secretary', 'export.getFile', { exportId, requestId: newRequest() });
  const text = await (await fetch(fileUrl)).text();
  expect(text).toContain(blackedOut);
  const asked = planted.texts.filter(({ field }) => field === 'order.create.words');
  expect(asked.filter((one) => text.includes(one.text))).toEqual([]);
});
