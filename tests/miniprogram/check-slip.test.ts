/** A printed slip that somebody types or scans: what is asked of the cloud, and what the phone says without one. */
import { slipText } from '../../miniprogram/contracts/slip';
import { sampleSlipCode } from '../support/samples';
import { answered, cloudOf, mountPage, refused, type Called, type MountedPage } from '../support/simulate';
import { freshPhone } from './samples/phone';
import { replies } from './samples/replies';
import { hats, sessionOf } from './samples/sessions';

beforeEach(freshPhone);
afterEach(() => jest.restoreAllMocks());

const signature = `${'A'.repeat(86)}==`;

function open(answer: Parameters<typeof cloudOf>[0], query: Record<string, string> = {}) {
  document.body.innerHTML = '';
  const calls = cloudOf(answer);
  const page = mountPage('packages/passbook/check-slip/check-slip', query, sessionOf(hats.member));
  return { page, calls };
}
const act = (page: MountedPage, name: string, ...given: unknown[]): Promise<void> =>
  (page.instance[name] as (...args: unknown[]) => Promise<void>).apply(page.instance, given);
const type = (page: MountedPage, value: string) => act(page, 'type', { detail: { value } });
const inputs = (calls: readonly Called[]) => calls.map(({ input }) => input);
const said = ({ instance }: MountedPage) => instance.data as { problem: string; verdict: { title: string } | null };

test('a code that is typed is held against the book of whoever was named', async () => {
  const answer = answered(replies['passbook.checkSlip']);
  const { page, calls } = open({ 'passbook.checkSlip': answer }, { personId: 'li' });
  await type(page, sampleSlipCode.toLowerCase());
  await act(page, 'check');
  expect(inputs(calls)).toMatchObject([{ code: sampleSlipCode.toLowerCase(), personId: 'li' }]);
  expect(said(page).verdict).toMatchObject({ title: '和账上对得上', sound: true });
});

test('a mistyped one asks nobody, and what was typed stays', async () => {
  const { page, calls } = open({ 'passbook.checkSlip': answered(replies['passbook.checkSlip']) });
  await type(page, `1${sampleSlipCode.slice(1)}`);
  await act(page, 'check');
  expect(calls).toEqual([]);
  expect(said(page)).toMatchObject({ problem: expect.stringContaining('抄错'), verdict: null });
  expect(page.instance.data['code']).toBe(`1${sampleSlipCode.slice(1)}`);
});

test('a scanned one brings its signature, and another QR is told apart', async () => {
  const wrong = { ...replies['passbook.checkSlip'], wrong: 'otherLine' } as const;
  const { page, calls } = open({ 'passbook.checkSlip': answered(wrong) });
  const scan = jest.spyOn(wx, 'scanCode');
  scan.mockResolvedValue({ result: slipText(sampleSlipCode, signature) } as never);
  await act(page, 'scan');
  expect(inputs(calls)).toMatchObject([{ code: sampleSlipCode, signature }]);
  expect(said(page).verdict).toMatchObject({ title: expect.stringContaining('对不上'), sound: false });
  scan.mockResolvedValue({ result: 'https://example.test' } as never);
  await act(page, 'scan');
  expect(said(page)).toMatchObject({ problem: expect.stringContaining('不是存单'), verdict: null });
});

test('without a network the phone says what it can tell by itself', async () => {
  const { page } = open({ 'passbook.checkSlip': refused('NETWORK') });
  await type(page, sampleSlipCode);
  await act(page, 'check');
  expect(said(page).verdict).toMatchObject({ title: '码没有抄错', sound: true });
});
