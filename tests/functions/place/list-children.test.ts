import type { Place } from '../../../cloudfunctions/core/place/place';
import { startApi, type ApiCloud } from '../../support/api';
import { walk } from '../../support/walk';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
});
afterAll(() => cloud.close());

const under = (openid: string, input: { placeId?: string; token?: string; own?: boolean }) =>
  cloud.callAs(openid, 'place.listChildren', input);
const names = async (openid: string, input: { placeId?: string; token?: string; own?: boolean }) => {
  const reply = await under(openid, input);
  return reply.ok ? reply.data.places.map(({ name }) => name) : reply.code;
};

describe('place.listChildren', () => {
  it('S1-02 lists the grids of the caller’s community, with their colours, in two reads', async () => {
    expect(await under('o_resident', {})).toEqual({
      ok: true,
      data: {
        places: [
          { placeId: 'qinghe_g1', kind: 'grid', name: '红色网格', label: '红色网格', colour: 'red', hasMore: false },
          { placeId: 'qinghe_g2', kind: 'grid', name: '蓝色网格', label: '蓝色网格', colour: 'blue', hasMore: false },
        ],
      },
    });
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0, refusals: [] });
  });

  it('goes down step by step', async () => {
    expect(await names('o_worker', { placeId: 'qinghe_g1_s1_l1' })).toEqual(['石榴巷 7 号院', '石榴巷 9 号院']);
    expect(await names('o_worker', { placeId: 'qinghe_g1_c1' })).toEqual(['石榴巷 7 号院 东屋', '石榴巷 7 号院 西屋']);
  });

  it('begins in the grid of the hat, and says the way down to it, in two reads', async () => {
    const reply = await under('o_worker', { own: true });
    expect(reply).toMatchObject({
      ok: true,
      data: { path: [{ placeId: 'qinghe_g1', kind: 'grid', name: '红色网格', colour: 'red' }] },
    });
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, refusals: [] });
    expect(await names('o_worker', { own: true })).toEqual(await names('o_worker', { placeId: 'qinghe_g1' }));
  });

  it('begins at the grids for a hat of the whole community, and a place that is named wins', async () => {
    expect(await names('o_secretary', { own: true })).toEqual(await names('o_secretary', {}));
    expect(await names('o_worker', { own: true, placeId: 'qinghe_g1_s1_l1' })).toEqual([
      '石榴巷 7 号院',
      '石榴巷 9 号院',
    ]);
  });

  it('with a card works for whoever holds it, but shows them no household', async () => {
    expect(await names('o_nobody', { token: 'CardLiuyuan00001' })).toEqual(['第一网格']);
    expect(await names('o_nobody', { token: 'Card7Courtyard1East', placeId: 'qinghe_g1_c1' })).toEqual([]);
    expect(await names('o_nobody', { token: 'NoSuchCard000000' })).toBe('NOT_FOUND');
    expect(await names('o_nobody', {})).toBe('NOT_SIGNED_IN');
  });

  it('with a card goes down to a courtyard without a login, and costs two reads for whoever has one', async () => {
    expect(await names('o_nobody', { token: 'Card7Courtyard1East', placeId: 'qinghe_g1_s1_l1' })).toEqual([
      '石榴巷 7 号院',
      '石榴巷 9 号院',
    ]);
    expect(await names('o_worker', { token: 'Card7Courtyard1East', placeId: 'qinghe_g1_c1' })).toEqual([]);
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, refusals: [] });
  });

  it('never crosses into another community', async () => {
    expect(await names('o_secretary', { placeId: 'liuyuan_g1' })).toEqual([]);
    expect(await names('o_secretary', { placeId: 'liuyuan' })).toEqual([]);
    expect(await names('o_nobody', { token: 'Card7Courtyard1East', placeId: 'liuyuan_g1' })).toEqual([]);
  });

  it('pages through however many places lie under one, also where some share a position', async () => {
    const like = cloud.storedOne<Place>('places', 'qinghe_g1_c2');
    const placeIds = Array.from({ length: 130 }, (_, index) => `qinghe_wide_${String(index).padStart(3, '0')}`);
    const wide = { ...like, parentId: 'qinghe_wide' };
    cloud.database.load(
      'places',
      placeIds.map((_id, index) => ({ ...wide, _id, position: Math.floor(index / 3) })),
    );
    for (const own of [false, true]) {
      const pages = await walk((cursor) =>
        cloud.getAs('o_worker', 'place.listChildren', { placeId: 'qinghe_wide', own, ...cursor }),
      );
      expect(pages.map(({ places }) => places.length)).toEqual([20, 20, 20, 20, 20, 20, 10]);
      expect(pages.flatMap(({ places }) => places.map(({ placeId }) => placeId))).toEqual(placeIds);
    }
    const { reads, examined } = await cloud.lastCall();
    expect([reads, examined <= 21 + 3]).toEqual([2, true]);
  });
});
