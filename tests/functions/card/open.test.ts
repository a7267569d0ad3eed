import { startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
const clock = (now: string) => cloud.control('/local/clock', { now });

beforeAll(async () => {
  cloud = await startApi();
});
afterAll(() => cloud.close());

describe('card.open', () => {
  it('S4-01 shows both numbers to whoever holds the card, logged in or not, with two reads', async () => {
    await clock('2026-11-23T10:00:00+08:00');
    const card = await cloud.getAs('o_nobody', 'card.open', { token: 'Card7Courtyard1East' });
    expect(card).toEqual({
      state: 'open', communityName: '清河社区', gridName: '红色网格', colour: 'red', sectionName: '东片区', placeName: '石榴巷 7 号院 东屋',
      worker: { name: '赵慧敏', phone: '10000000009' }, onDuty: true, call: { name: '赵慧敏', phone: '10000000009', to: 'worker' },
      office: { phone: '0351-0000001', address: '迎新街 1 号', hours: '周一至周五 8:30-18:00' }, dutyPhone: '0351-0000002',
      services: ['水电小修', '陪诊取药', '开证明'],
    });
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0, examined: 2 });
  });
});
