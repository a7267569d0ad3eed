import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { DemoSource } from '..';
import { functionsFolder } from './fixtures';
import { startTestCloud, type TestCloud } from './support/test-cloud';

const personas = [
  { openid: 'oWANG', name: '王网格', hats: ['gridWorker'], communityId: 'c1', phoneNumber: '19900000001' },
];
const demo: DemoSource = {
  load: (database, scale, now) =>
    database.load(
      'notes',
      Array.from({ length: scale * 3 }, (_, index) => ({ _id: `n${index}`, at: now, owner: 'oWANG' })),
    ),
  personas: () => personas,
  cards: () => [{ token: 'aB=3', label: '柳巷 12 号院' }],
};
const manifest = {
  collections: [
    { name: 'notes', indexes: [{ name: 'owner', fields: [{ name: 'owner', direction: 1 as const }] }] },
    { name: 'pushes', indexes: [] },
  ],
  functionRules: { ticker: { invoke: false } },
};

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud({ functionsFolder, manifest, demo, cardPage: 'packages/resident/card/card' });
}, 30_000);
afterAll(() => cloud.close());

const count = () => cloud.database.describe().find((collection) => collection.name === 'notes')?.count;

describe('demo data', () => {
  it('is loaded on the first start, not again on the next, and is laid around the cloud’s clock', async () => {
    expect(count()).toBe(3);
    cloud.database.load('notes', [{ _id: 'mine' }]);
    await cloud.stop();
    cloud = await startTestCloud({
      functionsFolder,
      manifest,
      demo,
      cardPage: 'packages/resident/card/card',
      dataFolder: cloud.dataFolder,
    });
    expect(count()).toBe(4);
    await cloud.control('/local/clock', { now: '2027-01-02T00:00:00Z', timers: 'skip' });
    await cloud.control('/local/reset', {});
    const [first] = cloud.database.browse('notes', { limit: 1 }) as { at: Date }[];
    expect(first?.at.toISOString().slice(0, 16)).toBe('2027-01-02T00:00');
  });

  it('is loaded n times over by a reset, which forgets everything else', async () => {
    await cloud.control('/local/faults', { kind: 'timeout-before', match: 'nothing' });
    await cloud.control('/local/subscribe', { openid: 'oWANG', templateIds: ['T'] });
    await fetch(`${cloud.url}/local/files/kept.txt`, { method: 'POST', body: 'x' });
    await cloud.call('whoami', {}, 'oWANG');
    expect(await cloud.control('/local/reset', { scale: 4 })).toMatchObject({
      ok: true,
      collections: [
        { name: 'notes', count: 12 },
        { name: 'pushes', count: 0 },
      ],
    });
    expect(await cloud.control('/local/faults')).toEqual([]);
    expect(await cloud.control('/local/trace?last=10')).toEqual([]);
    expect(
      await cloud.control('/local/file-urls', { fileList: ['cloud://local-env.6c6f-local-env-1250000000/kept.txt'] }),
    ).toMatchObject({ fileList: [{ status: -503003 }] });
    expect(((await cloud.invoke('whoami', {}, {})) as { calls: number }).calls).toBe(1);
    expect(cloud.database.describe()[0]?.indexes.map((index) => index.name)).toContain('owner');
    expect(await cloud.control('/local/reset', { scale: 0 })).toHaveProperty('error');
  });

  it('names its personas and its cards', async () => {
    expect(await cloud.control('/local/personas')).toEqual(personas);
    expect(await cloud.control('/local/cards')).toEqual([
      { title: '柳巷 12 号院', result: '', path: 'packages/resident/card/card?scene=aB%3D3' },
    ]);
  });

  it('gives a persona its own phone number', async () => {
    const { code } = (await cloud.control('/local/phone-code', { openid: 'oWANG' })) as { code: string };
    expect(
      await cloud.invoke('wechat', { api: 'phonenumber.getPhoneNumber', data: { code } }, { openid: 'oWANG' }),
    ).toMatchObject({ phoneInfo: { purePhoneNumber: '19900000001' } });
  });
});

describe('the rest of /local', () => {
  it('closes to clients what the manifest closes', async () => {
    expect(await cloud.call('ticker', {}, 'oWANG')).toMatchObject({ status: 500, body: { errCode: -502003 } });
    expect(await cloud.invoke('relay', { depth: 1, through: 'whoami' }, { openid: 'oWANG' })).toHaveLength(2);
  });

  it('draws a QR code of a text', async () => {
    const response = await fetch(`${cloud.url}/local/qr?text=${encodeURIComponent('连心卡 http://a')}`);
    expect(response.headers.get('content-type')).toBe('image/png');
    const png = PNG.sync.read(Buffer.from(await response.arrayBuffer()));
    expect(jsQR(new Uint8ClampedArray(png.data), png.width, png.height)?.data).toBe('连心卡 http://a');
    expect(await cloud.control('/local/qr')).toHaveProperty('error');
  });

  it('answers the environment that sends an SDK here', async () => {
    const environment = (await cloud.control('/local/env')) as Record<string, string>;
    expect(environment['TCB_CONTEXT_CNFG']).toBe(JSON.stringify({ URL: `${cloud.url}/admin` }));
    expect(Object.values(environment).every((value) => typeof value === 'string')).toBe(true);
  });

  it('lists functions with their limits', async () => {
    const list = (await cloud.control('/local/functions')) as { name: string; timeoutMs: number }[];
    expect(list.find((each) => each.name === 'shapes')).toEqual({ name: 'shapes', timeoutMs: 2000, openapi: [] });
  });

  it('answers a cloud ID for open data', async () => {
    const { cloudID } = (await cloud.control('/local/cloud-id', { openid: 'oWANG', data: { steps: 7 } })) as {
      cloudID: string;
    };
    expect(cloudID).toMatch(/^local_/);
  });
});
