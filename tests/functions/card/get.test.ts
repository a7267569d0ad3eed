import { startApi, type ApiCloud } from '../../support/api';
import { communities } from '../../support/community';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
});
afterAll(() => cloud.close());
beforeEach(() => cloud.setClock('2026-11-23T10:00:00+08:00'));

const open = (token: string, openid = 'o_nobody') => cloud.getAs(openid, 'card.get', { token });

describe('card.get', () => {
  it('S4-01 shows both numbers to whoever holds the card, logged in or not, with one read', async () => {
    const card = await open('Card7Courtyard1East');
    expect(card).toEqual({
      state: 'open',
      communityName: '清河社区',
      gridName: '红色网格',
      colour: 'red',
      sectionName: '东片区',
      placeName: '石榴巷 7 号院 东屋',
      worker: { name: '赵慧敏', phone: '16400000009' },
      onDuty: true,
      call: { name: '赵慧敏', phone: '16400000009', to: 'worker' },
      office: { phone: '0351-0000001', address: '迎新街 1 号', hours: '周一至周五 8:30-18:00' },
      dutyPhone: '0351-0000002',
      services: ['水电小修', '陪诊取药', '开证明'],
    });
    expect(await cloud.lastCall()).toMatchObject({ reads: 1, writes: 0, examined: 2, refusals: [] });
    expect(await open('Card7Courtyard1East', 'o_resident')).toEqual(card);
    expect(await cloud.lastCall()).toMatchObject({ reads: 1 });
  });

  it('S4-02 calls the duty phone outside duty hours, on Shanghai’s clock', async () => {
    await cloud.setClock('2026-11-23T18:00:00+08:00');
    expect(await open('Card7Courtyard1East')).toMatchObject({ onDuty: false, call: { name: '值班室', to: 'duty' } });
    await cloud.setClock('2026-11-24T08:30:00+08:00');
    expect(await open('Card7Courtyard1East')).toMatchObject({ onDuty: true, call: { to: 'worker' } });
  });

  it('a token that was renewed says since when, and gives nobody’s name', async () => {
    expect(await open('CardWornOut000001')).toEqual({
      state: 'renewed',
      communityName: '清河社区',
      officePhone: '0351-0000001',
      renewedOn: '2026-09-01',
    });
  });

  it.each(['', 'NoSuchCard00000000', 'x', '../../etc', '{"$gt":""}', 'a'.repeat(100)])(
    'token %j is plainly unknown, with the hotline',
    async (token) => {
      expect(await open(token)).toEqual({ state: 'unknown', hotline: '12345' });
      expect((await cloud.lastCall()).reads).toBeLessThanOrEqual(1);
    },
  );

  it('S1-08 a change of person at the grid post needs no new card', async () => {
    const [red, blue] = communities[0]!.grids;
    await cloud.change('communities', 'qinghe', {
      grids: [{ ...red, worker: { personId: 'p_new', name: '苗苗', phone: '16400000078' } }, blue],
    });
    expect(await open('Card7Courtyard1East')).toMatchObject({
      worker: { name: '苗苗', phone: '16400000078' },
      call: { name: '苗苗' },
    });
    await cloud.change('communities', 'qinghe', {
      grids: [{ gridId: red!.gridId, name: red!.name, path: red!.path, colour: 'red' }, blue],
    });
    const vacant = await open('Card7Courtyard1East');
    expect(vacant).toMatchObject({ onDuty: true, call: { name: '值班室', to: 'duty' } });
    expect(vacant).not.toHaveProperty('worker');
    await cloud.change('communities', 'qinghe', { grids: communities[0]!.grids });
  });
});
