import type { UploadRecord } from '../../../cloudfunctions/core/photo/upload-record';
import { transferFields, transferPages } from '../../../cloudfunctions/core/print/rules/transfer-sheet';
import { PDFDocument } from 'pdf-lib';
import { orderSlip } from '../../../cloudfunctions/core/print/rules/slip';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['files', 'api'] });
  await cloud.setClock('2026-11-28T10:00:00+08:00');
});
afterAll(() => cloud.close());

async function pages(fileId: string): Promise<number> {
  const { storage } = await cloud.services();
  const file = await storage.download(fileId);
  return (await PDFDocument.load(file ?? new Uint8Array())).getPageCount();
}

it('S5-05 the palm-size map is printed from what stands there now', async () => {
  const map = await cloud.getAs('o_secretary', 'file.printStationMap', {});
  expect(map.missing).toEqual([]);
  expect(await pages(map.fileId)).toBe(2);
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0, refusals: [] });
  expect(await cloud.callAs('o_courier', 'file.printStationMap', {})).toMatchObject({ ok: false, code: 'FORBIDDEN' });
});

it('S5-04 a sign prints with its number and a code, for the office and for its own shop', async () => {
  for (const openid of ['o_committee', 'o_merchant']) {
    const sign = await cloud.getAs(openid, 'file.printSign', { stationId: 'qinghe_shop1' });
    expect(await pages(sign.fileId)).toBe(1);
  }
  await cloud.change('stations', 'qinghe_shop1', { steward: { personId: 'p_other', name: '别人', phone: '' } });
  const asked = { stationId: 'qinghe_shop1' };
  expect(await cloud.callAs('o_merchant', 'file.printSign', asked)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  const station = { stationId: 'qinghe_station1' };
  expect(await cloud.callAs('o_secretary', 'file.printSign', station)).toMatchObject({ ok: false, code: 'NOT_FOUND' });
});

it('an order by telephone goes home on paper: what, who, by when, whom to call, and nobody else’s number', async () => {
  const order = await cloud.getAs('o_worker', 'order.intake', {
    ...{ category: 'repair', words: '灯管不亮了，够不着', when: 'any', name: '王奶奶', phone: '03514001777' },
    ...{ placeId: 'qinghe_g1_h1', requestId: newRequest() },
  } as const);
  const slip = await cloud.getAs('o_worker', 'file.printSlip', { orderId: order.orderId });
  expect([await pages(slip.fileId), slip.missing]).toEqual([1, []]);
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0, refusals: [] });
  for (const openid of ['o_worker2', 'o_strangerSecretary'])
    expect(await cloud.callAs(openid, 'file.printSlip', { orderId: order.orderId })).toMatchObject({
      code: 'NOT_FOUND',
    });
  expect(await cloud.callAs('o_resident', 'file.printSlip', { orderId: order.orderId })).toMatchObject({
    code: 'FORBIDDEN',
  });
  const own = { category: 'repair', words: '水管漏水', when: 'any', fileIds: [], requestId: newRequest() } as const;
  const { orderId } = await cloud.getAs('o_resident', 'order.create', { ...own, fileIds: [] });
  expect(await cloud.callAs('o_worker', 'file.printSlip', { orderId })).toMatchObject({ code: 'WRONG_STATUS' });
});

it('an order that 12345 has goes there on paper, with the number; its owner sees who looked', async () => {
  const asked = { category: 'repair', words: '路灯不亮', when: 'any', fileIds: [], requestId: newRequest() } as const;
  const { orderId, version } = await cloud.getAs('o_resident', 'order.create', { ...asked, fileIds: [] });
  const sheet = () => ({ orderId, requestId: newRequest() });
  expect(await cloud.callAs('o_worker', 'file.printTransferSheet', sheet())).toMatchObject({ code: 'WRONG_STATUS' });
  const to = { to: '12345', note: '路灯归他们管' };
  await cloud.getAs('o_worker', 'order.transfer', { orderId, version, ...to, requestId: newRequest() });
  const request = sheet();
  const printed = await cloud.getAs('o_worker', 'file.printTransferSheet', request);
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 4, refusals: [] });
  expect([await pages(printed.fileId), printed.missing]).toEqual([1, []]);
  await cloud.getAs('o_worker', 'file.printTransferSheet', request);
  const reveals = async () => (await cloud.getAs('o_resident', 'person.listReveals', {})).reveals;
  expect((await reveals()).map(({ byName, orderNumber }) => [byName, orderNumber])).toEqual([
    ['赵慧敏', cloud.storedOne<{ number: string }>('orders', orderId).number],
  ]);
  for (const [openid, code] of [
    ['o_worker2', 'NOT_FOUND'],
    ['o_strangerSecretary', 'NOT_FOUND'],
    ['o_member', 'FORBIDDEN'],
    ['o_resident', 'FORBIDDEN'],
  ] as const)
    expect(await cloud.callAs(openid, 'file.printTransferSheet', sheet())).toMatchObject({ code });
  // The file holds a name and a number: by night it is recorded to be deleted, a day later.
  expect(cloud.stored<UploadRecord>('uploads').flatMap(({ originalIds }) => originalIds)).toContain(printed.fileId);
});

it('the sheet has the fields that a hotline takes down, and its words whole', () => {
  const words = '路灯坏了'.repeat(120);
  const content = {
    ...{ number: '2611-048372', to: '12345', name: '李建国', phone: '164 0000 0001', isVerified: false },
    ...{ isPrivate: true, address: '梨园街 常青藤社区 石榴巷 7 号院', category: '维修', isUrgent: true, words },
    ...{ isFromCall: false, askedAt: new Date('2026-11-23T02:05:00Z'), photos: 2, handedBy: '武建平', note: '' },
    ...{ handedAt: new Date('2026-11-23T03:00:00Z'), office: { name: '常青藤社区', phone: '0351 1234567' } },
  };
  const fields = new Map(transferFields(content));
  expect([...fields.keys()]).toEqual(
    '诉求人 联系电话 是否保密 事发地点 诉求类别 是否紧急 来源 提出时间 诉求内容 照片 转办 社区单号 联系社区'.split(' '),
  );
  expect(fields.get('联系电话')).toBe('164 0000 0001（本人说的，没核对过）');
  const printed = transferPages(content)
    .flatMap(({ marks }) => marks)
    .flatMap((mark) => (mark.kind === 'text' ? mark.text : []))
    .join('');
  expect(printed.split('路灯坏了').length - 1).toBeGreaterThanOrEqual(100);
  for (const page of transferPages(content)) for (const mark of page.marks) expect(mark.y).toBeLessThan(page.height);
});

it('a slip keeps its large type within the paper, however long its words', () => {
  const { marks, width, height } = orderSlip({
    community: '常青藤社区',
    number: '2611-048372',
    what: '厨房水管漏水，地上都是水，楼下也在漏，麻烦快一点来看看'.repeat(3),
    helpers: ['孙立群', '马晓雯', '雷建设', '田园'],
    isErrand: false,
    appointment: { from: new Date('2026-11-28T06:00:00Z'), until: new Date('2026-11-28T08:00:00Z') },
    isClosed: false,
    papers: ['户口本', '房产证或租房合同', '出生证明', '预防接种证'],
    phones: [
      { name: '赵慧敏', phone: '164 0000 0009' },
      { name: '社区办公室', phone: '0351-055 0111' },
      { name: '社区值班', phone: '0351-055 0112' },
    ],
  });
  const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
  expect(Math.min(...texts.map(({ size }) => size))).toBeGreaterThanOrEqual(14);
  expect(Math.max(...texts.map(({ y }) => y))).toBeLessThan(height - 5);
  expect(texts.map(({ text }) => text).join('')).toMatch(/孙立群.*11 月 28 日 14:00 到 16:00.*164 0000 0009/);
  expect(width).toBe(148);
});
