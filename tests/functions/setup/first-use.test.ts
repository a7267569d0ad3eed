import type { SetupCode } from '../../../cloudfunctions/core/setup/setup-code';
import { createEmptyEnvironment } from '../../../local/demo/empty';
import { describeSetup, setupEvent, setupRunner } from '../../../tools/deploy/setup-code';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { samples } from '../../support/samples';

/** An environment in which nobody has set anything up. */
let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'], demo: createEmptyEnvironment() });
  await setClock('2026-11-23T10:00:00+08:00');
}, 90_000);
afterAll(() => cloud.close());

/** No timer has anything to do here. */
const setClock = (now: string) => cloud.control('/local/clock', { now, timers: 'skip' });

const sample = samples['setup.claim'];
const issue = async (): Promise<string[]> =>
  describeSetup(await cloud.invoke(setupRunner, setupEvent, { source: 'deploy' }));
const codeIn = (lines: readonly string[]): string => /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}/.exec(lines.join())![0];
const claim = (openid: string, code: string, requestId = newRequest()) =>
  cloud.tryAs(openid, 'setup.claim', { ...sample, code, requestId });

describe('an empty environment', () => {
  it('is set up by nobody without the code, and by whoever has the newest one within a day', async () => {
    expect(await claim('o_first', '7K3M-Q2XA-9DFT')).toMatchObject({ code: 'SETUP_CODE_REFUSED', field: 'code' });
    const old = codeIn(await issue());
    const code = codeIn(await issue());
    expect(JSON.stringify(cloud.stored<SetupCode>('setupCodes'))).not.toContain(code);
    expect(await claim('o_first', old)).toMatchObject({ code: 'SETUP_CODE_REFUSED' });
    await setClock('2026-11-24T10:10:00+08:00');
    expect(await claim('o_first', code)).toMatchObject({ code: 'SETUP_CODE_REFUSED' });
    const next = codeIn(await issue());
    await setClock('2026-11-25T09:59:00+08:00');
    const requestId = newRequest();
    const typed = next.toLowerCase().replaceAll('-', ' ');
    const [claimed, twin] = await Promise.all([claim('o_first', typed, requestId), claim('o_first', typed, requestId)]);
    expect(twin).toEqual(claimed);
    expect(claimed).toMatchObject({ ok: true, data: { name: '范志远', communityName: '常青藤社区' } });
    expect(claimed).toMatchObject({ data: { hats: [{ hat: 'administrator' }, { hat: 'resident' }] } });
    expect(await claim('o_first', typed, requestId)).toEqual(claimed);
    expect(await claim('o_second', next)).toMatchObject({ code: 'SETUP_CODE_REFUSED' });
    expect(cloud.stored('communities')).toHaveLength(1);
  });

  it('prints no code any more once a community stands', async () => {
    expect(await issue()).toEqual([]);
  });

  it('says what is left, and lets the administrator set numbers and hours, with who did and when', async () => {
    const progress = await cloud.getAs('o_first', 'setup.getProgress', {});
    expect(progress.steps.filter(({ isDone }) => isDone).map(({ step }) => step)).toEqual(['office']);
    const office = samples['setup.changeOffice'];
    const changed = { ...office, officePhone: '0351-7770001', hours: { ...office.hours, toMinute: 1080 } };
    const after = await cloud.getAs('o_first', 'setup.changeOffice', { ...changed, requestId: newRequest() });
    expect(after.office).toMatchObject({ phone: '03517770001', hours: { toMinute: 1080 } });
    expect(cloud.stored('communities')).toMatchObject([
      { acts: [{ action: 'setup.changeOffice', name: '范志远', hat: 'administrator' }] },
    ]);
    const late = { ...changed, hours: { ...office.hours, fromMinute: 1080, toMinute: 510 }, requestId: newRequest() };
    expect(await cloud.tryAs('o_first', 'setup.changeOffice', late)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'hours.toMinute',
    });
  });
});
