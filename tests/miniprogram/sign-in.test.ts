/** Signing in by code: the host's phone shows it, a member scans it, and a branch answers for its own. */
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import type { ActivityView } from '../../miniprogram/contracts/activity';
import type { ErrorCode } from '../../miniprogram/contracts/error';
import {
  readSignCode,
  signCode,
  signCodeText,
  signWindowAt,
  signWindowMs,
} from '../../miniprogram/contracts/sign-code';
import { answered, cloudOf, mountPage, refused, type MountedPage } from '../support/simulate';
import { codeReplies, openActivity } from './samples/activities';
import { freshPhone, inputOf, phone, visited } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';

const { secret, now, from } = codeReplies['activity.openCode'];
/** This phone's clock is behind the server's. */
const behindMs = 40_000;

/** What the camera reads next, and what it was asked for. */
let scans: string[];
let scanOptions: unknown[];

beforeEach(() => {
  freshPhone();
  [scans, scanOptions] = [[], []];
  Object.assign(phone.wx, {
    arrayBufferToBase64: (buffer: ArrayBuffer) => Buffer.from(buffer).toString('base64'),
    canIUse: () => false,
    setKeepScreenOn: () => undefined,
    async scanCode(options: unknown) {
      scanOptions.push(options);
      const result = scans.shift();
      if (result === undefined) throw new Error('scanCode:fail cancel');
      return { result };
    },
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

const openHost = async (): Promise<MountedPage> => {
  const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.secretary));
  await page.settle();
  return page;
};

interface Shown {
  readonly image: string;
  readonly line: string;
}
const shownOf = ({ instance }: MountedPage) => instance.data['code'] as Shown | null;
function codeOf(page: MountedPage) {
  const png = PNG.sync.read(Buffer.from((shownOf(page)?.image ?? '').split(',')[1] ?? '', 'base64'));
  return readSignCode(jsQR(new Uint8ClampedArray(png.data), png.width, png.height)?.data ?? '');
}

describe('the host’s phone', () => {
  let clock: jest.SpyInstance<number, []>;
  let ticks: { run: () => void; waitMs: number | undefined }[];
  const at = (serverMs: number) => clock.mockReturnValue(serverMs - behindMs);

  beforeEach(() => {
    ticks = [];
    clock = jest.spyOn(Date, 'now');
    at(Date.parse(now));
  });

  /** Timers of a window's length are run by the test; others run as they are. */
  function holdTicks(): void {
    const original = globalThis.setTimeout;
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, waitMs?: number) => {
      if (waitMs === undefined || waitMs < 1_000) return original(run, waitMs);
      ticks.push({ run, waitMs });
      return 7_000 + ticks.length;
    }) as typeof setTimeout);
  }

  test('fetches once what codes are made of, and draws one in every window of the server’s clock', async () => {
    const calls = cloudOf();
    const page = await openHost();
    holdTicks();
    page.call('showCode');
    await page.settle();
    const window = signWindowAt(Date.parse(now));
    expect(codeOf(page)).toEqual({ activityId: 'party-day', window, code: signCode(secret, 'party-day', window) });
    expect(shownOf(page)?.line).toBe('这个码管到 9:00:30，到点自己换');
    expect(ticks.map(({ waitMs }) => waitMs)).toEqual([signWindowMs]);
    at(Date.parse(now) + signWindowMs);
    ticks[0]?.run();
    expect(codeOf(page)).toMatchObject({ window: window + 1, code: signCode(secret, 'party-day', window + 1) });
    expect(shownOf(page)?.line).toContain('9:00:45');
    page.call('hideCode');
    await page.settle();
    expect(shownOf(page)).toBeNull();
    page.call('showCode');
    await page.settle();
    expect(calls.filter(({ name }) => name === 'activity.openCode')).toHaveLength(1);
  });

  test('stops while the page is hidden, and goes on with the code of then', async () => {
    cloudOf();
    const page = await openHost();
    holdTicks();
    page.call('showCode');
    await page.settle();
    const stopped = jest.spyOn(globalThis, 'clearTimeout');
    page.call('onHide');
    expect(stopped).toHaveBeenCalledWith(7_001);
    at(Date.parse(now) + 10 * signWindowMs);
    page.call('onShow');
    await page.settle();
    expect(codeOf(page)?.window).toBe(signWindowAt(Date.parse(now)) + 10);
    page.call('onUnload');
    expect(stopped).toHaveBeenCalledWith(7_002);
  });

  test('says from when on a code counts, and why there is none', async () => {
    const early = new Date(Date.parse(from) - 60_000).toISOString();
    cloudOf({ 'activity.openCode': answered({ secret, from, now: early }) });
    at(Date.parse(early));
    const page = await openHost();
    page.call('showCode');
    await page.settle();
    expect(shownOf(page)?.line).toBe('11 月 28 日 星期六 8:00 起才签得上，码先亮着');
    page.call('hideCode');
    cloudOf({ 'activity.openCode': refused('CODE_OFF') });
    const off = await openHost();
    off.call('showCode');
    await off.settle();
    expect(shownOf(off)).toBeNull();
    expect(off.text()).toContain('支部没有开扫码签到，照旧点名就行。');
  });
});

describe('a member', () => {
  const window = signWindowAt(Date.parse(now));
  const code = { activityId: 'party-day', window, code: signCode(secret, 'party-day', window) };
  const mine: ActivityView = { ...openActivity, mayMark: false, mayShowCode: false, mayClose: false, mayMove: false };
  const expected: ActivityView = { ...mine, mine: 'expected' };
  const openMember = async (view: ActivityView) => {
    const calls = cloudOf({ 'activity.get': answered(view) });
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse(now));
    const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.member));
    await page.settle();
    return { page, calls };
  };
  const openScan = async (query: Record<string, string> = {}): Promise<MountedPage> => {
    const page = mountPage('packages/branch/sign-in/sign-in', query, sessionOf(hats.member));
    await page.settle();
    return page;
  };
  const scan = async (page: MountedPage, text = signCodeText(code)): Promise<void> => {
    scans = [text];
    page.call('scan');
    await page.settle();
  };

  test('is led from the meeting and the list to the camera; back again, their line is read anew', async () => {
    const { page, calls } = await openMember(expected);
    expect(page.text()).toContain('扫码签到');
    page.call('scan');
    page.call('onShow');
    await page.settle();
    expect(calls.filter(({ name }) => name === 'activity.get')).toHaveLength(2);
    page.call('onShow');
    await page.settle();
    expect(calls.filter(({ name }) => name === 'activity.get')).toHaveLength(2);
    const list = mountPage('packages/branch/activities/activities', {}, sessionOf(hats.member));
    list.call('scan');
    const route = '/packages/branch/sign-in/sign-in?scan=now';
    expect(visited).toEqual([route, route]);
    const signing = cloudOf();
    scans = [signCodeText(code)];
    expect((await openScan({ scan: 'now' })).text()).toContain('主题党日，您签到了。');
    expect(scanOptions).toEqual([{ onlyFromCamera: true, scanType: ['qrCode'] }]);
    expect(inputOf(signing, 'activity.signIn')).toMatchObject(code);
    expect(inputOf(signing, 'activity.signIn')).not.toHaveProperty('walkIn');
  });

  test('who is there already, before its hour, and once the roll is closed, is asked for nothing', async () => {
    const others: Partial<ActivityView>[] = [
      { mine: 'present' },
      { state: 'closed' },
      { marksFrom: '2026-11-28T02:00:00.000Z' },
    ];
    for (const other of others) {
      const { page } = await openMember({ ...expected, ...other });
      expect(page.text()).not.toContain('扫码签到');
    }
  });

  test.each<[ErrorCode, string]>([
    ['SIGN_CODE_REFUSED', '这不是这次活动的签到码，请扫主持人手机上的。'],
    ['SIGN_CODE_OVER', '这个码过时了，请再扫一次，扫不上就请主持人点名。'],
    ['MARK_TOO_EARLY', '还早，开会前一小时起才能点到。'],
    ['NOT_INVITED', '您不在哪个支部的名单里，请主持的人手点。'],
    ['ALREADY_PRESENT', '一回只记一次'],
    ['ACTIVITY_CLOSED', '名单点完了'],
  ])('reads why a code was refused, and scans again: %s', async (reason, sentence) => {
    cloudOf({ 'activity.signIn': refused(reason) });
    const page = await openScan();
    await scan(page);
    expect(page.text()).toContain(sentence);
    expect(page.text()).toContain('扫码签到');
    cloudOf();
    await scan(page);
    expect(page.text()).toContain('您签到了。');
    expect(page.text()).not.toMatch(/扫码签到|不记/);
  });

  test('another code, or none, sends nothing', async () => {
    const calls = cloudOf();
    const page = await openScan();
    page.call('scan');
    await page.settle();
    expect(page.text()).toContain('到会了，扫主持人手机上亮着的码');
    await scan(page, 'https://example.org');
    expect(page.text()).toContain('这不是签到码，请扫主持人手机上亮着的那个。');
    expect(inputOf(calls, 'activity.signIn')).toBeUndefined();
  });

  test('of another branch is asked first, then waits for their own; an old code is scanned again', async () => {
    const guest = { ...codeReplies['activity.signIn'], walkIn: 'asked' as const };
    let isOver = true;
    const calls = cloudOf({
      'activity.signIn': ({ walkIn }) => {
        if (walkIn !== true) return refused('OTHER_BRANCH_MEETING');
        return isOver ? refused('SIGN_CODE_OVER') : answered(guest);
      },
    });
    const page = await openScan();
    await scan(page);
    expect(page.text()).toMatch(/您不是本支部的。记成来听的，您的支部同意了才记分。.*我来听的，记下/);
    page.call('leaveGuest');
    await page.settle();
    expect(page.text()).not.toContain('我来听的');
    await scan(page);
    page.call('comeAsGuest');
    await page.settle();
    expect(page.text()).toContain('这个码过时了');
    isOver = false;
    await scan(page);
    expect(page.text()).toContain('常青藤社区党支部的主题党日，记您来听了。等您的支部同意，同意了才记分。');
    const inputs = calls.flatMap(({ name, input }) => (name === 'activity.signIn' ? [input['walkIn']] : []));
    expect(inputs).toEqual([undefined, undefined, true, true]);
  });
});

describe('a scanner elsewhere', () => {
  const text = signCodeText({
    ...{ activityId: 'party-day', window: signWindowAt(Date.parse(now)) },
    code: signCode(secret, 'party-day', signWindowAt(Date.parse(now))),
  });
  const route = `/packages/branch/sign-in/sign-in?code=${encodeURIComponent(text)}`;

  test.each([
    ['pages/home/home', hats.member],
    ['packages/reward/stock/stock', hats.secretary],
  ])('knows the code of a meeting, and signs in by it: %s', async (path, hat) => {
    const calls = cloudOf();
    scans = [text];
    const page = mountPage(path, {}, sessionOf(hat));
    await page.settle();
    page.call('scan');
    await page.settle();
    expect(visited).toEqual([route]);
    const signing = await openSignIn(text);
    expect(signing.text()).toContain('主题党日，您签到了。');
    expect(inputOf(calls, 'activity.signIn')).toMatchObject({ activityId: 'party-day' });
  });

  test('where the branch has no code, nothing leads to one', async () => {
    cloudOf({ 'activity.list': answered({ activities: [], signInByCode: false }) });
    const list = mountPage('packages/branch/activities/activities', {}, sessionOf(hats.member));
    await list.settle();
    expect(list.text()).not.toContain('扫码签到');
    cloudOf({ 'activity.get': answered({ ...openActivity, signInByCode: false, mayShowCode: false }) });
    expect((await openHost()).text()).not.toContain('亮码签到');
    const mine: ActivityView = { ...openActivity, mine: 'expected', mayMark: false, signInByCode: false };
    cloudOf({ 'activity.get': answered({ ...mine, mayShowCode: false, mayAddWalkIn: false }) });
    const page = mountPage('packages/branch/activity/activity', { activityId: 'party-day' }, sessionOf(hats.member));
    await page.settle();
    expect(page.text()).not.toMatch(/扫码签到|写上/);
  });

  async function openSignIn(code: string): Promise<MountedPage> {
    const page = mountPage('packages/branch/sign-in/sign-in', { code }, sessionOf(hats.member));
    await page.settle();
    return page;
  }
});
