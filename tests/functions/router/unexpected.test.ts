import { newRequest, startApi, type ApiCloud } from '../../support/api';

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'files'] });
});
afterAll(() => cloud.close());

describe('the unexpected', () => {
  it('is logged once, as one JSON line with the request id and nothing of anybody, and is INTERNAL', async () => {
    await cloud.control('/local/faults', { kind: 'timeout-before', match: 'database.aggregateDocuments logins' });
    const requestId = newRequest();
    const printed = cloud.lines.length;
    expect(await cloud.callAs('o_resident', 'person.saveSettings', { elder: true, requestId })).toEqual({
      ok: false,
      code: 'INTERNAL',
      requestId,
    });
    const { logs } = await cloud.lastCall();
    const lines = logs.flatMap((text) => text.split('\n')).filter((line) => line.includes('"level"'));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      level: 'error',
      event: 'unexpected',
      endpoint: 'person.saveSettings',
      requestId,
    });
    expect(JSON.stringify([logs, cloud.lines.slice(printed)])).not.toMatch(/李秀兰|16400000001|p_resident|o_resident/);
  });

  it('after a lost reply the same request is answered again and written once', async () => {
    const requestId = newRequest();
    await cloud.control('/local/faults', { kind: 'timeout-after', match: 'function api', times: 1 });
    await cloud.tryAs('o_member', 'message.grant', { accepted: ['offer-news'], requestId });
    expect(await cloud.callAs('o_member', 'message.grant', { accepted: ['offer-news'], requestId })).toMatchObject({
      ok: true,
      data: { credits: { 'offer-news': 1 } },
    });
  });
});
