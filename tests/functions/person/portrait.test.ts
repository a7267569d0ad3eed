import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Card } from '../../../cloudfunctions/core/card/card';
import { runTask } from '../../../cloudfunctions/core/file/run-task';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Community } from '../../../cloudfunctions/core/place/community';
import type { Services } from '../../../cloudfunctions/core/platform/context';
import { printCardsTask } from '../../../cloudfunctions/core/print/tasks/print-cards';
import { jobs } from '../../../cloudfunctions/jobs/jobs';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import * as files from '../../support/photo-files';

jest.setTimeout(120_000);

let cloud: ApiCloud;
let services: Services;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'files', 'jobs', 'events'] });
  services = await cloud.services();
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());
beforeEach(() => cloud.control('/local/content-rules', { delayMs: 60_000, copies: 1, risky: ['forbidden'] }));

let sent = 0;
const upload = (name = 'me') => services.storage.upload(`photos/${name}-${++sent}.jpg`, Buffer.from(files.png()));
const set = (fileId: string, requestId = newRequest(), openid = 'o_worker') =>
  cloud.callAs(openid, 'person.setPortrait', { fileId, agreed: true, requestId });
const takeBack = () => cloud.callAs('o_worker', 'person.removePortrait', { requestId: newRequest() });
const own = () => cloud.getAs('o_worker', 'person.getPortrait', {});
const portrait = () => cloud.storedOne<Person>('people', 'p_worker').portrait;
const pass = (ms: number) => cloud.control('/local/clock', { advanceMs: ms });
/** The verdict, and the timer's run that copies what it showed. */
const checked = async () => {
  await pass(61_000);
  await pass(11 * 60_000);
};
const isStored = (fileId: string) =>
  existsSync(path.join(cloud.dataFolder, 'files', fileId.split('/').slice(3).join('/')));
const inRoster = () =>
  cloud.storedOne<Community>('communities', 'qinghe').grids.find(({ gridId }) => gridId === 'qinghe_g1')?.worker
    ?.photoFileId;
const card = () => cloud.getAs('o_nobody', 'card.get', { token: 'Card7Courtyard1East' });

async function print(): Promise<Buffer> {
  const asked = { placeId: 'qinghe_g1', cards: 'all', product: 'cards', requestId: newRequest() } as const;
  const { taskId } = await cloud.getAs('o_worker', 'file.printCards', asked);
  for (let share = 0; share < 9; share += 1) if ((await runTask(services, [printCardsTask], taskId)) === 'done') break;
  const { fileIds } = await cloud.getAs('o_worker', 'file.getTask', { taskId });
  return (await services.storage.download(fileIds[0]!))!;
}
let nights = 0;
/** What a job removes at night, two days later each time. */
async function sweep(): Promise<void> {
  const later = new Date(services.clock.now().getTime() + (nights += 2) * 86_400_000);
  const night = jobs.find(({ name }) => name === 'photos')!;
  await night.run({ ...services, clock: { now: () => later } }, undefined, new Date(later.getTime() + 1));
}
/** How many JPEG pictures a PDF holds; codes are PNG. */
const jpegs = (pdf: Buffer) => pdf.toString('latin1').split('/DCTDecode').length - 1;

describe('the picture of a grid worker on cards', () => {
  it('is nobody else’s to see before its check, and on the card and its paper after it', async () => {
    const without = await print();
    const fileId = await upload();
    const requestId = newRequest();
    expect(await set(fileId, requestId)).toMatchObject({ ok: true, data: { state: 'checking' } });
    expect(await cloud.lastCall()).toMatchObject({ reads: 4, writes: 4 });
    expect(isStored(fileId)).toBe(false);
    expect(await set(fileId, requestId)).toMatchObject({ ok: true, data: { state: 'checking' } });
    await pass(6_000);
    expect(inRoster()).toBeUndefined();
    expect(await card()).toMatchObject({ worker: { name: '赵慧敏', phone: '16400000009' } });
    expect((await card()) as object).not.toHaveProperty('worker.photoUrl');
    await checked();
    expect(portrait()).toMatchObject({ state: 'shown', traceId: null, consentAt: expect.any(Date) as Date });
    expect(await own()).toEqual({ state: 'shown', fileUrl: expect.stringContaining('http') as string });
    expect(await card()).toMatchObject({ worker: { photoUrl: expect.stringContaining('http') as string } });
    const first = await print();
    expect([jpegs(without), jpegs(first)]).toEqual([0, 1]);
    expect((await print()).equals(first)).toBe(true);
  });

  it('stays through the night, and in the place of one before it comes another', async () => {
    const { fileId: before } = portrait()!;
    await sweep();
    expect(isStored(before)).toBe(true);
    expect(await set(await upload())).toMatchObject({ ok: true });
    expect(isStored(before)).toBe(false);
    await checked();
    expect(inRoster()).toBe(portrait()!.fileId);
  });

  it('is taken back: the file is gone, the card shows none, papers with it are to be printed anew', async () => {
    await print();
    const { fileId } = portrait()!;
    expect(await takeBack()).toMatchObject({ ok: true, data: { state: 'none' } });
    expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 3 });
    expect(isStored(fileId)).toBe(false);
    await pass(11 * 60_000);
    expect([portrait(), inRoster()]).toEqual([undefined, undefined]);
    expect((await card()) as object).not.toHaveProperty('worker.photoUrl');
    await pass(11 * 60_000);
    expect(cloud.storedOne<Card>('cards', 'Card7Courtyard1East').toPrintKey).toBeDefined();
    expect(jpegs(await print())).toBe(0);
    expect(await takeBack()).toMatchObject({ ok: true, data: { state: 'none' } });
  });

  it('that the check refuses is on no card', async () => {
    expect(await set(await upload('forbidden'))).toMatchObject({ ok: true });
    await checked();
    expect([portrait()?.state, inRoster()]).toEqual(['hidden', undefined]);
    expect(await own()).toEqual({ state: 'hidden' });
  });

  it('is a picture, handed in by whoever serves a grid', async () => {
    expect(await set(await upload(), newRequest(), 'o_resident')).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect(await set('cloud://nowhere/photos/none.jpg')).toMatchObject({ code: 'NOT_FOUND', field: 'fileId' });
    const text = await services.storage.upload('photos/text.jpg', Buffer.from('<svg/>'));
    expect(await set(text)).toMatchObject({ code: 'PHOTO_FORMAT', field: 'fileId' });
    const disagreed = { fileId: await upload(), agreed: false, requestId: newRequest() };
    expect(await cloud.tryAs('o_worker', 'person.setPortrait', disagreed)).toMatchObject({ field: 'agreed' });
  });

  it('goes with the post', async () => {
    expect(await set(await upload())).toMatchObject({ ok: true });
    await checked();
    const { fileId } = portrait()!;
    const vacant = { placeId: 'qinghe_g1', hat: 'gridWorker', requestId: newRequest() } as const;
    expect(await cloud.callAs('o_secretary', 'post.assign', vacant)).toMatchObject({ ok: true });
    await pass(11 * 60_000);
    expect(portrait()).toBeUndefined();
    await sweep();
    expect(isStored(fileId)).toBe(false);
  });
});
