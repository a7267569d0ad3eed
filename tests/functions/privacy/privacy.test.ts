import { startApi, type ApiCloud } from '../../support/api';

describe('what is kept about somebody', () => {
  let cloud: ApiCloud;
  beforeAll(async () => {
    cloud = await startApi({ functions: ['api'] });
  });
  afterAll(() => cloud.close());

  test('is shown to themselves, with numbers masked, in two reads', async () => {
    const { kept } = await cloud.getAs('o_resident', 'privacy.get', {});
    expect(kept?.phone).toMatch(/^\d{3} \*{4} \d{4}$/);
    expect((await cloud.lastCall()).reads).toBeLessThanOrEqual(2);
    expect(await cloud.getAs('o_nobody', 'privacy.get', {})).toEqual({});
  });

  test('says who answers for it: the community, or whom the secretary named, with the filing number', async () => {
    const before = await cloud.getAs('o_resident', 'privacy.get', {});
    expect(before.body).toMatchObject({ name: expect.stringContaining('社区') as string, filingNumber: '' });
    const policy = { privacy: { body: '清河社区居民委员会', filingNumber: '晋ICP备2026000001号-1X' } };
    const change = { policy, reason: '备案下来了', requestId: 'privacy-policy-request-1' };
    await cloud.getAs('o_secretary', 'policy.change', change);
    const { body } = await cloud.getAs('o_resident', 'privacy.get', {});
    expect(body).toMatchObject({ name: '清河社区居民委员会' });
    expect(body?.filingNumber).toBe('晋ICP备2026000001号-1X');
  });

  test('a consent that was given is listed, and no more once it was taken back', async () => {
    const agreed = async () => (await cloud.getAs('o_resident', 'privacy.get', {})).kept?.agreed.alone;
    await cloud.getAs('o_resident', 'person.setAlone', { alone: true, requestId: 'privacy-alone-request-1' });
    expect(await agreed()).toBe(true);
    await cloud.getAs('o_resident', 'person.setAlone', { alone: false, requestId: 'privacy-alone-request-2' });
    expect(await agreed()).toBe(false);
  });
});
