import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import type { ModerationLine } from '../../../cloudfunctions/core/moderation/audit';
import { readJpeg } from '../../../cloudfunctions/core/photo/jpeg';
import type { Pixels } from '../../../cloudfunctions/core/photo/pixels';
import { jobs } from '../../../cloudfunctions/jobs/jobs';
import type { Input } from '../../../miniprogram/contracts/api';
import type { OrderView } from '../../../miniprogram/contracts/order';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { buildPhotoBundle, type PhotoBundle } from '../../support/photo-bundle';
import { picture } from '../../support/picture';
import { asked, ordersOf } from './order-steps';

jest.setTimeout(120_000);

const { decodeJpeg }: PhotoBundle = require(buildPhotoBundle('moderation'));

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'events', 'jobs'] });
  steps = ordersOf(cloud);
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  await cloud.control('/local/content-rules', { delayMs: 60_000, copies: 1, review: ['疑似', 'doubtful'] });
});
afterAll(() => cloud.close());

const pass = (ms: number) => cloud.control('/local/clock', { advanceMs: ms });
const see = (openid: string, { orderId }: OrderView) => cloud.getAs(openid, 'order.get', { orderId });
const waiting = async (openid = 'o_secretary') => (await cloud.getAs(openid, 'order.listWithheld', {})).orders;
const partsOf = async ({ orderId }: OrderView, openid = 'o_secretary') =>
  (await cloud.getAs(openid, 'order.listWithheld', { orderId })).orders[0]!.parts;
type Said = Omit<Input<'order.moderate'>, 'orderId' | 'requestId'>;
const moderate = (openid: string, { orderId }: OrderView, said: Said) =>
  cloud.callAs(openid, 'order.moderate', { orderId, requestId: newRequest(), ...said });
const appeal = (openid: string, { orderId }: OrderView, part: string) =>
  cloud.callAs(openid, 'order.appealHidden', {
    orderId,
    part,
    words: '没有别人的事，请再看看',
    requestId: newRequest(),
  });
const pooled = async (openid = 'o_member') =>
  (await cloud.getAs(openid, 'order.listWishes', {})).orders.map(({ orderId }) => orderId);
const toPool = (order: OrderView, openid = 'o_worker') =>
  steps.move(openid, 'order.dispatch', order, { memberIds: [], pool: true });

let pictures = 100;
async function upload(openid: string, name: string): Promise<string> {
  const response = await fetch(`${cloud.url}/local/files/${name}`, {
    method: 'POST',
    headers: { 'x-openid': openid },
    body: Buffer.from(picture(name, (pictures += 1)).buffer),
  });
  return ((await response.json()) as { fileID: string }).fileID;
}
const stored = async (fileId: string) => (await cloud.services()).storage.download(fileId);

test('doubtful words reach who does the work, and nobody else until a person decided', async () => {
  const order = await steps.create('o_resident', { words: '楼道里疑似有人堆杂物，过不去' });
  expect(order).toMatchObject({
    words: '楼道里疑似有人堆杂物，过不去',
    withheld: [{ part: 'words', state: 'waiting' }],
  });
  const inbox = cloud.stored<LoginWithInbox>('logins').flatMap((login) => login.inbox ?? []);
  const told = inbox.filter((message) => message.orderId === order.orderId);
  expect(told.length).toBeGreaterThan(0);
  expect(JSON.stringify(told)).not.toContain('疑似');
  expect(await see('o_worker', order)).toMatchObject({ title: '楼道里疑似有人堆杂物，过不去' });
  const similar = { category: asked.category, words: order.words!, placeId: 'qinghe_g1_c1' };
  expect(await cloud.getAs('o_neighbour', 'order.findSimilar', similar)).toEqual({});
  expect(await steps.tried('o_neighbour', 'order.join', order, {})).toMatchObject({ ok: false });

  const open = await toPool(order);
  expect(await pooled()).not.toContain(order.orderId);
  expect(await cloud.callAs('o_member', 'order.get', { orderId: order.orderId })).toMatchObject({ code: 'NOT_FOUND' });
  const inspected = await see('o_inspector', order);
  expect(inspected).toMatchObject({ wordsWithheld: true });
  expect(JSON.stringify(inspected)).not.toContain('疑似');
  expect((await cloud.getAs('o_secretary', 'order.getDesk', {})).withheld).toEqual({ count: 1, late: 0 });
  expect((await waiting('o_leader')).map(({ orderId }) => orderId)).toEqual([order.orderId]);
  expect((await waiting('o_worker'))[0]).toMatchObject({ parts: [{ mayShow: false, mayHide: false }] });
  expect(await moderate('o_worker', order, { part: 'words', show: true })).toMatchObject({ code: 'FORBIDDEN' });

  expect(await moderate('o_leader', order, { part: 'words', show: true })).toMatchObject({ ok: true });
  expect(await pooled()).toContain(order.orderId);
  expect(await waiting()).toEqual([]);
  expect(await steps.messageKinds('o_resident', order.orderId)).toContain('part-shown');
  // What was decided is no move: whoever had the order in hand goes on.
  expect(await steps.move('o_member', 'order.accept', open, {})).toMatchObject({ status: 'accepted' });
});

test('what was refused may be appealed against once, and somebody else decides', async () => {
  const order = await steps.create('o_resident', { words: '疑似有人天天在门口卖东西' });
  expect(await moderate('o_secretary', order, { part: 'words', show: false })).toMatchObject({ field: 'reason' });
  const hidden = { part: 'words', show: false, reason: 'untrue', words: '卖东西的是物业请的' } as const;
  expect(await moderate('o_secretary', order, hidden)).toMatchObject({ ok: true });
  expect(await moderate('o_secretary', order, hidden)).toMatchObject({ code: 'WRONG_STATUS' });
  const own = await see('o_resident', order);
  const untrue = { ...{ part: 'words', kind: 'words', state: 'hidden' }, reason: 'untrue', words: hidden.words };
  expect(own.withheld).toEqual([{ ...untrue, own: true, mayAppeal: true }]);
  expect(own.words).toBe(order.words);
  expect(await steps.messageKinds('o_resident', order.orderId)).toContain('part-hidden');

  expect(await appeal('o_member', order, 'words')).toMatchObject({ code: 'NOT_FOUND' });
  const appealed = await appeal('o_resident', order, 'words');
  expect(appealed).toMatchObject({ data: { withheld: [{ state: 'appealed' }] } });
  expect(await appeal('o_resident', order, 'words')).toMatchObject({ code: 'WRONG_STATUS' });
  expect(await steps.messageKinds('o_leader', order.orderId)).toContain('hiding-appealed');
  expect(await moderate('o_secretary', order, { part: 'words', show: true })).toMatchObject({
    code: 'SECOND_PERSON_NEEDED',
  });
  expect(await moderate('o_committee', order, { ...hidden, reason: 'abusive' })).toMatchObject({ ok: true });
  expect(await steps.messageKinds('o_resident', order.orderId)).toContain('hiding-kept');
  expect((await see('o_resident', order)).withheld).toEqual([{ ...untrue, reason: 'abusive', own: true }]);
  expect(await appeal('o_resident', order, 'words')).toMatchObject({ code: 'WRONG_STATUS' });

  const lines = cloud.stored<ModerationLine>('audit').filter(({ orderId }) => orderId === order.orderId);
  expect(lines.map(({ kind, act, by }) => [kind, act, by.personId]).sort()).toEqual([
    ['moderation', 'appeal', 'p_resident'],
    ['moderation', 'hide', 'p_committee'],
    ['moderation', 'hide', 'p_secretary'],
  ]);
  expect(JSON.stringify(lines)).not.toContain('卖东西');
});

test('staff hide what is public, with a reason: it leaves the pool and messages; shown again, it is back', async () => {
  const words = '三楼的老杨家里没人管';
  const order = await toPool(await steps.create('o_resident', { words }));
  const joined = await cloud.callAs('o_neighbour', 'order.join', {
    orderId: order.orderId,
    version: order.version,
    requestId: newRequest(),
  });
  const inboxes = () =>
    cloud
      .stored<LoginWithInbox>('logins')
      .flatMap(({ inbox = [] }) => inbox)
      .filter(({ orderId }) => orderId === order.orderId);
  expect(joined.ok || inboxes().length > 0).toBe(true);
  expect(await pooled()).toContain(order.orderId);
  const requestId = newRequest();
  const said = { orderId: order.orderId, part: 'words', show: false, reason: 'personal-data', requestId } as const;
  const first = await cloud.callAs('o_secretary', 'order.moderate', said);
  expect(first).toMatchObject({ ok: true, data: { parts: [{ part: 'words', state: 'hidden', byName: '王建国' }] } });
  expect(await cloud.callAs('o_secretary', 'order.moderate', said)).toEqual(first);
  expect(await pooled()).not.toContain(order.orderId);
  expect(JSON.stringify([inboxes(), steps.stored(order).outbox])).not.toMatch(/老杨/);
  expect(await see('o_worker', order)).toMatchObject({ words });
  expect(await moderate('o_secretary', order, { part: 'words', show: true })).toMatchObject({ ok: true });
  expect(await pooled()).toContain(order.orderId);
});

test('a wish waits in the words that triage gave it, while staff read its requester’s own', async () => {
  const order = await steps.create('o_resident', { category: 'wish', words: '想要一个轮椅' });
  const wish = { valueYuan: 200, words: '一位老人疑似需要轮椅' };
  const kind = { category: 'wish', kind: 'wish', urgent: false, wish } as const;
  const triaged = await steps.move('o_secretary', 'order.reclassify', order, kind);
  expect(triaged.withheld).toMatchObject([{ part: 'publicWords', state: 'waiting' }]);
  const preview = await cloud.callAs('o_worker', 'order.previewPublic', { orderId: order.orderId });
  expect(preview).toMatchObject({ ok: false, code: 'WORDS_WITHHELD' });
  expect(await steps.tried('o_worker', 'order.dispatch', triaged, { memberIds: [], pool: true })).toMatchObject({
    code: 'WORDS_WITHHELD',
  });
  // Whoever wrote them does not decide about them.
  expect(await moderate('o_secretary', order, { part: 'publicWords', show: true })).toMatchObject({
    code: 'SECOND_PERSON_NEEDED',
  });
  expect(await moderate('o_leader', order, { part: 'publicWords', show: true })).toMatchObject({ ok: true });
  await toPool(triaged);
  expect(await pooled()).toContain(order.orderId);
});

test('doubtful words of a rating, and a doubtful picture, are read by their author and by staff alone', async () => {
  const accepted = await steps.accept(await steps.dispatch(await steps.create()));
  const fileIds = [await upload('o_member', 'orders/doubtful.jpg')];
  const completed = await steps.move('o_member', 'order.complete', accepted, { evidence: { kind: 'photo', fileIds } });
  await pass(61_000);
  const url = async (openid: string) => (await see(openid, completed)).evidence?.photos[0]?.url !== undefined;
  expect([await url('o_member'), await url('o_worker'), await url('o_resident')]).toEqual([true, true, false]);
  const [photo] = await partsOf(completed);
  expect(photo).toMatchObject({ part: 'words' });
  const held = (await waiting()).flatMap(({ parts }) => parts);
  expect(held).toMatchObject([{ kind: 'photo', authorName: '张海涛', state: 'waiting', photo: { state: 'shown' } }]);
  expect(await moderate('o_leader', completed, { part: held[0]!.part, show: true })).toMatchObject({ ok: true });
  expect(await url('o_resident')).toBe(true);

  const rated = await steps.move('o_resident', 'order.confirm', completed, {
    stars: 2,
    tags: ['late'],
    words: '疑似喝了酒来的',
  });
  expect(rated.rating).toMatchObject({ words: '疑似喝了酒来的' });
  const done = await see('o_member', rated);
  expect(done.rating).toMatchObject({ stars: 2 });
  expect(JSON.stringify(done)).not.toContain('喝了酒');
  expect(JSON.stringify(await see('o_worker', rated))).toContain('喝了酒');
  expect(await moderate('o_secretary', rated, { part: 'rating', show: true })).toMatchObject({ ok: true });
  expect(JSON.stringify(await see('o_member', rated))).toContain('喝了酒');
});

async function pixelsOf(fileId: string): Promise<Pixels> {
  const source = readJpeg((await stored(fileId))!);
  if (!source.ok) throw new Error(source.problem);
  return decodeJpeg(source.value.picture, source.value, (pixels) => ({ ...pixels, data: pixels.data.slice() }));
}

test('a part of a photograph is blacked out for good: gone are the file and what was under it', async () => {
  const fileIds = [await upload('o_resident', 'orders/face.jpg')];
  const order = await steps.create('o_resident', { fileIds });
  const fileId = order.photos[0]!.fileId;
  const rectangles = [{ left: 1000, top: 2000, width: 4000, height: 3000 }];
  const redact = (openid: string, more: object = {}) =>
    cloud.callAs(openid, 'order.redactPhoto', {
      orderId: order.orderId,
      fileId,
      rectangles,
      requestId: newRequest(),
      ...more,
    });
  expect(await redact('o_resident')).toMatchObject({ code: 'WRONG_STATUS', field: 'fileId' });
  await pass(61_000);
  const before = await pixelsOf(fileId);
  expect(await redact('o_member')).toMatchObject({ code: 'NOT_FOUND' });
  expect(await redact('o_resident', { rectangles: [] })).toMatchObject({ code: 'INVALID_INPUT', field: 'rectangles' });
  const requestId = newRequest();
  const first = await redact('o_resident', { requestId });
  if (!first.ok) throw new Error(first.code);
  const { examined, returned } = await cloud.lastCall();
  expect(examined).toBeLessThanOrEqual(returned);
  expect(await redact('o_resident', { requestId })).toMatchObject({
    data: { photo: { fileId: first.data.photo.fileId } },
  });
  expect(await stored(fileId)).toBeUndefined();
  expect((await see('o_worker', order)).photos).toMatchObject([{ fileId: first.data.photo.fileId, state: 'shown' }]);

  const { width, height, channels, data } = await pixelsOf(first.data.photo.fileId);
  expect([width, height]).toEqual([before.width, before.height]);
  const brightest = (pixels: Uint8Array, [left = 0, top = 0, right = 0, bottom = 0]: readonly number[]) => {
    let found = 0;
    for (let y = top; y < bottom; y += 1)
      for (let x = left; x < right; x += 1)
        for (let c = 0; c < channels; c += 1) found = Math.max(found, pixels[(y * width + x) * channels + c] ?? 0);
    return found;
  };
  const inside = [0.1, 0.2, 0.5, 0.5].map((share, index) => Math.round(share * (index % 2 ? height : width)));
  const [left = 0, top = 0, right = 0, bottom = 0] = inside;
  const within = [left + 16, top + 16, right - 16, bottom - 16];
  // A block of the JPEG at its edge has both: two blocks further in, black is all there is.
  expect(brightest(data, within)).toBeLessThan(8);
  expect(brightest(before.data, within)).toBeGreaterThan(100);
  expect(brightest(data, [right + 16, bottom + 16, width, height])).toBeGreaterThan(100);

  // The night finds nothing that it would take away, and nothing that is left.
  const night = { ...(await cloud.services()), clock: { now: () => new Date('2026-11-25T03:00:00+08:00') } };
  const sweep = jobs.find(({ name }) => name === 'photos')!;
  await sweep.run(night, undefined as never, new Date('2026-11-26T03:00:00+08:00'));
  expect(await stored(first.data.photo.fileId)).toBeDefined();
  expect(await stored(fileId)).toBeUndefined();
});

test('what others would read is shown before it is public, field by field as it is then', async () => {
  const order = await steps.create('o_resident', { category: 'wish', words: '想要一台收音机，听听戏' });
  const wish = { valueYuan: 120, words: '一位老人想要一台收音机' };
  const triaged = await steps.move('o_worker', 'order.reclassify', order, {
    ...({ category: 'wish', kind: 'wish', urgent: false } as const),
    wish,
  });
  expect(await cloud.callAs('o_member', 'order.previewPublic', { orderId: order.orderId })).toMatchObject({
    ok: false,
  });
  const shown = await cloud.getAs('o_worker', 'order.previewPublic', { orderId: order.orderId });
  expect(steps.stored(order).status).toBe('submitted');
  await toPool(triaged);
  const listed = (await cloud.getAs('o_member2', 'order.listWishes', {})).orders.find(
    ({ orderId }) => orderId === order.orderId,
  );
  const opened = await see('o_member2', order);
  const still = ({ trail, ...rest }: OrderView) => ({ ...rest, trail: trail.map(({ at: _, ...line }) => line) });
  expect(shown.listed).toEqual(listed);
  expect(still(shown.opened)).toEqual(still(opened));
  expect(JSON.stringify(shown)).not.toMatch(/李秀兰|听听戏|16400000001/);
});
