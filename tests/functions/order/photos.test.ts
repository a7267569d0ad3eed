import { readdirSync } from 'node:fs';
import path from 'node:path';
import { jobs } from '../../../cloudfunctions/jobs/jobs';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import type { OrderView } from '../../../miniprogram/contracts/order';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import * as files from '../../support/photo-files';
import { picture } from '../../support/picture';
import { ordersOf } from './order-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let steps: ReturnType<typeof ordersOf>;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'events'] });
  steps = ordersOf(cloud);
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());
const rules = (patch: object) => cloud.control('/local/content-rules', patch);
beforeEach(() => rules({ delayMs: 60_000, copies: 1, risky: ['forbidden'] }));
const pass = (ms: number) => cloud.control('/local/clock', { advanceMs: ms });

let pictures = 0;

/** Another picture each time, as a phone sends it. */
async function upload(openid: string, name: string, content: Uint8Array = picture(name, ++pictures).buffer) {
  const response = await fetch(`${cloud.url}/local/files/${name}`, {
    method: 'POST',
    headers: { 'x-openid': openid },
    body: Buffer.from(content),
  });
  return ((await response.json()) as { fileID: string }).fileID;
}
const photosOf = async (openid: string, { orderId }: OrderView) =>
  (await cloud.getAs(openid, 'order.get', { orderId })).photos.map(({ state, url }) => [state, url !== undefined]);

test('a picture is hidden until its verdict, then shown or kept hidden; a verdict may come twice', async () => {
  await rules({ copies: 2 });
  const fileIds = [
    await upload('o_resident', 'orders/good1.jpg'),
    await upload('o_resident', 'orders/forbidden.jpg'),
    await upload('o_resident', 'orders/good2.jpg'),
  ];
  const order = await steps.create('o_resident', { fileIds });
  expect(await photosOf('o_worker', order)).toEqual([
    ['checking', false],
    ['checking', false],
    ['checking', false],
  ]);
  await pass(61_000);
  expect(await photosOf('o_worker', order)).toEqual([
    ['shown', true],
    ['hidden', false],
    ['shown', true],
  ]);
  expect((await cloud.trace(20)).filter(({ name }) => name === 'events')).toHaveLength(6);
  // A verdict is no move: what the worker holds in hand is still the newest version.
  expect(await steps.dispatch(order)).toMatchObject({ status: 'dispatched' });
});

test('pictures of evidence are checked the same way, beside a move that comes between', async () => {
  const accepted = await steps.accept(await steps.dispatch(await steps.create()));
  const fileIds = [await upload('o_member', 'orders/done.jpg')];
  const completed = await steps.move('o_member', 'order.complete', accepted, { evidence: { kind: 'photo', fileIds } });
  expect(completed.evidence).toMatchObject({ kind: 'photo', photos: [{ state: 'checking' }] });
  await steps.confirm(completed);
  await pass(61_000);
  const { evidence } = await cloud.getAs('o_resident', 'order.get', { orderId: completed.orderId });
  expect(evidence?.photos[0]?.url).toBeDefined();
});

test('a verdict that comes before the order does is not lost', async () => {
  await rules({ delayMs: 0 });
  const fileIds = [await upload('o_resident', 'orders/quick.jpg')];
  const order = await steps.create('o_resident', { fileIds });
  for (let attempt = 0; attempt < 30 && (await photosOf('o_resident', order))[0]?.[0] === 'checking'; attempt += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await photosOf('o_resident', order)).toEqual([['shown', true]]);
});

test('a file that is not there is refused with its field', async () => {
  const reply = await cloud.callAs('o_resident', 'order.create', {
    category: 'repair',
    words: '灯坏了',
    when: 'any',
    fileIds: [await upload('o_resident', 'orders/there.jpg'), 'cloud://nowhere/orders/none.jpg'],
    requestId: 'photo-request-1',
  });
  expect(reply).toMatchObject({ ok: false, code: 'INVALID_INPUT', field: 'fileIds.1' });
});

/** Clean copies that the cloud keeps, and those of them that no order holds. */
function copies() {
  const clean = readdirSync(path.join(cloud.dataFolder, 'files/clean/photos'));
  const held = new Set(
    cloud
      .stored<Order>('orders')
      .flatMap(({ photos, evidence }) =>
        [...photos, ...(evidence?.photos ?? [])].map(({ fileId }) => path.basename(fileId)),
      ),
  );
  return { clean: clean.length, orphans: clean.filter((file) => !held.has(file)).length };
}

/** A file of the cloud's storage, as the server reads it. */
const stored = async (fileId: string) => (await cloud.services()).storage.download(fileId);
const ask = (fileIds: readonly string[], requestId = newRequest()) =>
  cloud.callAs('o_resident', 'order.create', {
    category: 'repair',
    words: '灯坏了',
    when: 'any',
    fileIds: [...fileIds],
    requestId,
  });
const talkative = () => files.withSegments(files.progressiveJpeg, ...Object.values(files.talkative));

test('nothing but the pixels is kept, upright, under another id; what was sent is gone', async () => {
  const sent = Buffer.concat([files.withSegments(talkative(), files.exifSegment(6)), files.film]);
  const fileId = await upload('o_resident', 'orders/talkative.jpg', sent);
  const order = await steps.create('o_resident', { fileIds: [fileId] });
  const [photo] = order.photos;
  expect(photo!.fileId).not.toBe(fileId);
  expect(await stored(fileId)).toBeUndefined();
  const clean = (await stored(photo!.fileId))!;
  expect(clean.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  expect(clean.includes(files.planted) || clean.includes(files.latitude)).toBe(false);
  expect(files.segmentKinds(clean).filter((kind) => /^e[1-9a-f]$|^fe$/.test(kind))).toEqual([]);
});

test('a repeated request finds its order, though its files are gone; no other call takes them', async () => {
  const fileIds = [await upload('o_resident', 'orders/once.jpg')];
  const requestId = newRequest();
  const first = await ask(fileIds, requestId);
  expect(first).toMatchObject({ ok: true });
  expect(await ask(fileIds, requestId)).toEqual(first);
  expect(await ask(fileIds)).toMatchObject({ code: 'INVALID_INPUT', field: 'fileIds.0' });
});

test('a call that was refused later leaves what was sent, so that it can be made again', async () => {
  const fileIds = [await upload('o_resident', 'orders/again.jpg')];
  await cloud.control('/local/faults', { kind: 'openapi', match: 'mediaCheckAsync', errcode: -1 });
  const before = copies();
  expect(await ask(fileIds)).toMatchObject({ code: 'CONTENT_UNCHECKED', field: 'fileIds.0' });
  expect(copies()).toEqual({ clean: before.clean + 1, orphans: before.orphans + 1 });
  expect(await ask(fileIds)).toMatchObject({ ok: true });
  expect(copies()).toEqual({ clean: before.clean + 2, orphans: before.orphans + 1 });
});

test('a night removes what no order names, of calls that died and orders that were reopened, and no more', async () => {
  const fault = (kind: string, match: string) =>
    cloud.control('/local/faults', { kind, match, inside: 'api', times: 1 });
  const died = await upload('o_resident', 'orders/died.jpg');
  await fault('timeout-before', 'database.insertDocument orders');
  expect(await ask([died])).toMatchObject({ code: 'INTERNAL' });

  const sent = [await upload('o_resident', 'orders/kept1.jpg'), await upload('o_resident', 'orders/kept2.jpg')];
  const order = await steps.create('o_resident', { fileIds: sent });
  const { reads, writes } = await cloud.lastCall();
  // One write more than without photographs, however many; one read and one write tell whom it concerns.
  expect({ reads, writes }).toEqual({ reads: 1, writes: 2 + 1 });
  const prove = async (now: OrderView, name: string) =>
    steps.move('o_member', 'order.complete', now, {
      evidence: { kind: 'photo', fileIds: [await upload('o_member', `orders/${name}.jpg`)] },
    });
  const proved = await prove(await steps.accept(await steps.dispatch(order)), 'proof-before');
  const [before] = proved.evidence!.photos;
  let days = 0;
  const nights = async () => {
    const services = await cloud.services();
    const later = new Date(services.clock.now().getTime() + (days += 2) * 86_400_000);
    const night = jobs.find(({ name }) => name === 'photos')!;
    await night.run({ ...services, clock: { now: () => later } }, undefined, new Date(later.getTime() + 1));
  };
  await nights();
  expect(copies().orphans).toBe(0);
  expect([await stored(died), await stored(before!.fileId)]).toEqual([undefined, expect.any(Buffer)]);

  const reopened = await steps.move('o_resident', 'order.reopen', proved, { words: '还在漏' });
  const again = await prove(reopened, 'proof-after');
  await nights();
  expect(await stored(before!.fileId)).toBeUndefined();
  await steps.confirm(again);
  await nights();
  const held = [...again.photos, ...again.evidence!.photos];
  expect(held).toHaveLength(3);
  for (const { fileId } of held) expect(await stored(fileId)).toBeInstanceOf(Buffer);
  expect(copies().orphans).toBe(0);
  expect(cloud.stored<{ holderId: string }>('uploads').filter(({ holderId }) => holderId === order.orderId)).toEqual(
    [],
  );
});

test('of two who prove an order at once one does; the order keeps its picture, and no copy is left over', async () => {
  const before = copies();
  const accepted = await steps.accept(await steps.dispatch(await steps.create()));
  const proofs = await Promise.all([upload('o_member', 'orders/proof1.jpg'), upload('o_member', 'orders/proof2.jpg')]);
  const prove = (fileId: string) =>
    steps.tried('o_member', 'order.complete', accepted, { evidence: { kind: 'photo', fileIds: [fileId] } });
  const replies = await Promise.all(proofs.map(prove));
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  expect(copies()).toEqual({ clean: before.clean + 1, orphans: before.orphans });
});

test('a call that is refused for its second picture leaves no copy of the first', async () => {
  const order = await steps.create('o_resident', { fileIds: [await upload('o_resident', 'orders/whole.jpg')] });
  const jpeg = (await stored(order.photos[0]!.fileId))!;
  // It is found out only when it is drawn, after the first picture's copy was stored.
  const cut = Buffer.concat([jpeg.subarray(0, jpeg.length - 40), Buffer.from([0xff, 0xd9])]);
  const fileIds = [
    await upload('o_resident', 'orders/first.jpg'),
    await upload('o_resident', 'orders/second.jpg', cut),
  ];
  const before = copies();
  expect(await ask(fileIds)).toMatchObject({ code: 'PHOTO_UNREADABLE', field: 'fileIds.1' });
  expect(copies()).toEqual(before);
});

test.each<[string, () => Uint8Array, string]>([
  ['page.html', () => Buffer.from('<html><script>alert(1)</script></html>'), 'PHOTO_FORMAT'],
  ['drawing.svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'PHOTO_FORMAT'],
  ['html.jpg', () => Buffer.from('<html></html>'), 'PHOTO_FORMAT'],
  ['large.jpg', () => Buffer.concat([files.progressiveJpeg, Buffer.alloc(12 * 1024 * 1024)]), 'PHOTO_TOO_LARGE'],
  ['iphone.jpg', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'PHOTO_HEIC'],
  ['broken.jpg', () => files.progressiveJpeg.subarray(0, 60), 'PHOTO_UNREADABLE'],
])('%s is refused with its field, before anything is stored', async (name, content, code) => {
  const fileIds = [
    await upload('o_resident', 'orders/fine.jpg'),
    await upload('o_resident', `orders/${name}`, content()),
  ];
  const before = cloud.stored('orders').length;
  expect(await ask(fileIds)).toMatchObject({ ok: false, code, field: 'fileIds.1' });
  expect(cloud.stored('orders')).toHaveLength(before);
});

test('the same file three times, and the same picture twice, are refused', async () => {
  const fileId = await upload('o_resident', 'orders/same.jpg');
  expect(await ask([fileId, fileId, fileId])).toMatchObject({ code: 'PHOTO_REPEATED', field: 'fileIds.1' });
  const one = await upload('o_resident', 'orders/same1.jpg', files.progressiveJpeg);
  const other = await upload('o_resident', 'orders/same2.jpg', talkative());
  expect(await ask([one, other])).toMatchObject({ code: 'PHOTO_REPEATED', field: 'fileIds.1' });
  const accepted = await steps.accept(await steps.dispatch(await steps.create()));
  expect(
    await steps.tried('o_member', 'order.complete', accepted, {
      evidence: { kind: 'photo', fileIds: [fileId, fileId] },
    }),
  ).toMatchObject({ code: 'PHOTO_REPEATED', field: 'evidence.fileIds.1' });
});

test('nobody hands in what the server keeps, and so has it removed', async () => {
  const order = await steps.create('o_resident', { fileIds: [await upload('o_resident', 'orders/mine.jpg')] });
  const { fileId } = order.photos[0]!;
  expect(await ask([fileId])).toMatchObject({ code: 'INVALID_INPUT', field: 'fileIds.0' });
  expect(await stored(fileId)).toBeDefined();
});

test('clients read no file, and touch none but their own', async () => {
  const client = async (openid: string, path: string, body: object) => {
    const headers = { 'x-openid': openid, 'content-type': 'application/json' };
    const response = await fetch(cloud.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return ((await response.json()) as { fileList: { status: number; tempFileURL?: string }[] }).fileList[0];
  };
  const own = await upload('o_resident', 'orders/own.jpg');
  const order = await steps.create('o_resident', { fileIds: [await upload('o_resident', 'orders/sent.jpg')] });
  const clean = order.photos[0]!.fileId;
  for (const fileId of [own, clean])
    expect(await client('o_resident', '/local/file-urls', { fileList: [fileId] })).toMatchObject({ tempFileURL: '' });
  expect(await client('o_member', '/local/files-delete', { fileList: [own] })).toMatchObject({ status: -503002 });
  expect(await client('o_resident', '/local/files-delete', { fileList: [clean] })).toMatchObject({ status: -503002 });
  expect(await upload('o_resident', clean.split('/').slice(3).join('/'))).toBeUndefined();
  expect(await upload('o_member', 'orders/own.jpg')).toBeUndefined();
  expect(await client('o_resident', '/local/files-delete', { fileList: [own] })).toMatchObject({ status: 0 });
});

test('a client cannot send a verdict', async () => {
  expect(
    (
      await cloud.call(
        'events',
        { MsgType: 'event', Event: 'wxa_media_check', trace_id: 'x', result: { suggest: 'pass' } },
        'o_resident',
      )
    ).status,
  ).not.toBe(200);
});
