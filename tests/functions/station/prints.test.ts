import { PDFDocument } from 'pdf-lib';
import { startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['files'] });
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
  expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 0, refusals: [] });
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
