import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { Card } from '../../../cloudfunctions/core/card/card';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

const issue = (placeId: string, openid = 'o_worker', requestId = newRequest()) =>
  cloud.callAs(openid, 'card.issue', { placeId, size: 'large', requestId });
const issued = async (placeId: string) => {
  const reply = await issue(placeId);
  if (!reply.ok) throw new Error(reply.code);
  return reply.data;
};

describe('card.issue', () => {
  it('S4-08 writes who, when and for which place, with three reads and three writes', async () => {
    const card = await issued('qinghe_g1_h2');
    expect(card).toEqual({
      token: expect.stringMatching(/^[0-9A-Za-z]{20}$/),
      number: expect.stringMatching(/^\d{12}$/),
      placeName: '石榴巷 7 号院 西屋',
      gridName: '红色网格',
      isToPrint: true,
      issuedAt: expect.stringMatching(/^2026-11-23T02:00:/),
      issuedBy: '赵慧敏',
      state: 'open',
      size: 'large',
    });
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 3, refusals: [] });
    expect(await cloud.getAs('o_nobody', 'card.get', { token: card.token })).toMatchObject({
      state: 'open',
      placeName: '石榴巷 7 号院 西屋',
      gridName: '红色网格',
    });
  });

  it('repeated answers the same card; with other input it is refused', async () => {
    const requestId = newRequest();
    const first = await issue('qinghe_g1_h1', 'o_worker', requestId);
    const count = cloud.stored('cards').length;
    expect(await issue('qinghe_g1_h1', 'o_worker', requestId)).toEqual(first);
    expect(await issue('qinghe_g1_h2', 'o_worker', requestId)).toMatchObject({
      code: 'REQUEST_REUSED',
      field: 'requestId',
    });
    expect(cloud.stored('cards')).toHaveLength(count);
  });

  it('goes as far as the hat reaches', async () => {
    expect(await issue('qinghe_g2_c1')).toMatchObject({ code: 'FORBIDDEN', field: 'placeId' });
    expect(await issue('liuyuan_c1', 'o_secretary')).toMatchObject({ code: 'NOT_FOUND', field: 'placeId' });
    expect(await issue('qinghe_g2_c1', 'o_secretary')).toMatchObject({ ok: true });
    expect(await issue('qinghe_g1_h1', 'o_resident')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await issue('qinghe_g1_h1', 'o_nobody')).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });
});

describe('card.reissue', () => {
  it('makes the old token say that it was renewed, and the new one open', async () => {
    const old = await issued('qinghe_g1_c2');
    const requestId = newRequest();
    const input = { token: old.token, reason: '雨水泡坏了', requestId };
    const fresh = await cloud.getAs('o_worker', 'card.reissue', input);
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 3 });
    expect(fresh).toMatchObject({ placeName: '石榴巷 9 号院', state: 'open' });
    expect(fresh.token).not.toBe(old.token);
    expect(await cloud.getAs('o_nobody', 'card.get', { token: old.token })).toMatchObject({
      state: 'renewed',
      renewedOn: '2026-11-23',
    });
    expect(await cloud.getAs('o_nobody', 'card.get', { token: fresh.token })).toMatchObject({ state: 'open' });
    expect(cloud.storedOne<Card>('cards', old.token)).toMatchObject({
      reason: '雨水泡坏了',
      renewedBy: { personId: 'p_worker' },
    });

    const count = cloud.stored('cards').length;
    expect(await cloud.getAs('o_worker', 'card.reissue', input)).toEqual(fresh);
    expect(await cloud.callAs('o_worker', 'card.reissue', { ...input, reason: '别的' })).toMatchObject({
      code: 'REQUEST_REUSED',
    });
    expect(await cloud.callAs('o_worker', 'card.reissue', { ...input, requestId: newRequest() })).toMatchObject({
      code: 'WRONG_STATUS',
      field: 'token',
    });
    expect(cloud.stored('cards')).toHaveLength(count);
  });

  it('twice at once makes one new card', async () => {
    const old = await issued('qinghe_g1_c2');
    const count = cloud.stored('cards').length;
    const replies = await Promise.all(
      ['a', 'b', 'c', 'd'].map(() =>
        cloud.callAs('o_worker', 'card.reissue', { token: old.token, reason: '丢了', requestId: newRequest() }),
      ),
    );
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual([
      'WRONG_STATUS',
      'WRONG_STATUS',
      'WRONG_STATUS',
      'ok',
    ]);
    expect(cloud.stored('cards')).toHaveLength(count + 1);
  });

  it('refuses what must not stand, a foreign card and an unknown one, and writes nothing', async () => {
    await cloud.control('/local/content-rules', { risky: ['坏话'] });
    const before = cloud.stored('cards');
    const reissue = (token: string, reason = '丢了') =>
      cloud.callAs('o_worker', 'card.reissue', { token, reason, requestId: newRequest() });
    expect(await reissue('Card7Courtyard1East', '一句坏话')).toMatchObject({
      code: 'CONTENT_REFUSED',
      field: 'reason',
    });
    expect(await reissue('Card3Building0000')).toMatchObject({ code: 'FORBIDDEN', field: 'token' });
    expect(await reissue('CardLiuyuan00001')).toMatchObject({ code: 'NOT_FOUND', field: 'token' });
    expect(await reissue('NoSuchCard0000000')).toMatchObject({ code: 'NOT_FOUND', field: 'token' });
    await cloud.control('/local/faults', { kind: 'openapi', match: 'security.msgSecCheck', errcode: -1 });
    expect(await reissue('Card7Courtyard1East')).toMatchObject({ code: 'CONTENT_UNCHECKED' });
    expect(cloud.stored('cards')).toEqual(before);
  });
});

describe('card.list', () => {
  it('pages through the ledger of the grid, newest first, with two reads', async () => {
    for (let count = 0; count < 25; count += 1) await issued('qinghe_g1_h1');
    const first = await cloud.getAs('o_worker', 'card.list', {});
    expect(await cloud.lastCall()).toMatchObject({ reads: 2, examined: 1 + 21, refusals: [] });
    const second = await cloud.getAs('o_worker', 'card.list', { cursor: first.next! });
    expect(first.cards).toHaveLength(20);
    const all = [...first.cards, ...second.cards];
    expect(new Set(all.map(({ token }) => token)).size).toBe(all.length);
    expect(all.map(({ issuedAt }) => issuedAt)).toEqual(
      all
        .map(({ issuedAt }) => issuedAt)
        .sort()
        .reverse(),
    );
    expect(all.some(({ token }) => token === 'Card3Building0000')).toBe(false);
    expect(second).not.toHaveProperty('next');
  });

  it('shows the secretary every grid of the community and no other community', async () => {
    const tokens: string[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const page: { cards: readonly { token: string }[]; next?: string } = await cloud.getAs(
        'o_secretary',
        'card.list',
        next === '' ? {} : { cursor: next },
      );
      tokens.push(...page.cards.map(({ token }) => token));
      next = page.next;
    }
    const own = cloud.stored<Card>('cards').filter(({ communityId }) => communityId === 'qinghe');
    expect(tokens.sort()).toEqual(own.map(({ _id }) => _id).sort());
    expect(await cloud.getAs('o_strangerSecretary', 'card.list', {})).toMatchObject({
      cards: [{ token: 'CardLiuyuan00001' }],
    });
  });
});

describe('card.getCode', () => {
  it('is made once, kept, and leads a scanner to the card', async () => {
    const code = await cloud.getAs('o_worker', 'card.getCode', { token: 'Card7Courtyard1East' });
    expect((await cloud.lastCall()).calls).toContain('openapi wxacode.getUnlimited');
    const picture = PNG.sync.read(Buffer.from(await (await fetch(code.fileUrl)).arrayBuffer()));
    const text = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data ?? '';
    expect(decodeURIComponent(new URL(text).search)).toBe(
      '?page=/packages/resident/card/card?scene=Card7Courtyard1East',
    );

    expect((await cloud.getAs('o_secretary', 'card.getCode', { token: 'Card7Courtyard1East' })).fileId).toBe(
      code.fileId,
    );
    const again = await cloud.lastCall();
    expect(again).toMatchObject({ reads: 1, writes: 0 });
    expect(again.calls).not.toContain('openapi wxacode.getUnlimited');
  });

  it('is for those who issue cards there', async () => {
    expect(await cloud.callAs('o_worker', 'card.getCode', { token: 'Card3Building0000' })).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await cloud.callAs('o_worker', 'card.getCode', { token: 'CardWornOut000001' })).toMatchObject({
      code: 'WRONG_STATUS',
    });
    expect(await cloud.callAs('o_resident', 'card.getCode', { token: 'Card7Courtyard1East' })).toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});

describe('the numbers of cards', () => {
  it('prints the post’s own number where it has one, which a change of holder leaves as it is', async () => {
    const saved = await cloud.getAs('o_secretary', 'card.setPostNumber', {
      gridId: 'qinghe_g1',
      phone: '03514000999',
      requestId: newRequest(),
    });
    expect(saved).toMatchObject({ phone: '03514000999', isPostNumber: true, isDue: true });
    for (const minute of ['01', '11', '21']) await cloud.setClock(`2026-11-24T11:${minute}:00+08:00`);
    const { numbers } = await cloud.getAs('o_secretary', 'card.listNumbers', {});
    expect(numbers.find(({ placeId }) => placeId === 'qinghe_g1')).toMatchObject({
      phone: '03514000999',
      isDue: true,
    });
    const asked = { placeId: 'qinghe_g1', kind: 'worker', requestId: newRequest() } as const;
    expect(await cloud.callAs('o_worker', 'card.checkNumber', { ...asked, phone: '16400000009' })).toMatchObject({
      code: 'STALE_VERSION',
      field: 'phone',
    });
    const checked = await cloud.getAs('o_worker', 'card.checkNumber', {
      ...asked,
      requestId: newRequest(),
      phone: '03514000999',
    });
    expect(checked).toMatchObject({ isDue: false, checkedBy: '赵慧敏', checkedOn: '2026-11-24' });
    await cloud.change('numberChecks', 'qinghe_g1:worker', { checkedAt: new Date('2026-05-20T02:00:00Z') });
    const later = await cloud.getAs('o_secretary', 'card.listNumbers', {});
    expect(later.numbers.filter(({ isDue }) => !isDue)).toEqual([]);
  });
});
