/** Every page that makes an order looks for an open one about the same thing first. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { answered, cloudOf, mountPage } from '../support/simulate';
import { enrolmentReplies } from './samples/enrolment';
import { chosenPhotos, freshPhone, inputOf, phone, toasts, visited } from './samples/phone';
import { hats, sessionOf } from './samples/sessions';

const root = path.resolve(__dirname, '../..');
const questions: { readonly content: string; readonly confirmText: string; readonly cancelText: string }[] = [];
/** What somebody answers who is asked whether it is another matter. */
let isAnother = false;
beforeEach(() => {
  freshPhone();
  questions.length = 0;
  phone.wx['showModal'] = async (question: (typeof questions)[number]) => {
    questions.push(question);
    return { confirm: isAnother };
  };
});

const own = { orderId: 'order-cover', title: '井盖翘了', createdAt: '2026-11-20T02:00:00.000Z', version: 1, own: true };
const found = (order?: object) => answered({ ...(order && { order }) } as never);
const progress = '/packages/order/progress/progress?orderId=order-cover';

describe('a hazard on the road', () => {
  async function submitted(order: object | undefined, another: boolean) {
    isAnother = another;
    const calls = cloudOf({ 'order.findSimilar': found(order) });
    const page = mountPage('packages/courier/hazard/hazard', { siteId: 'site' }, sessionOf(hats.resident));
    await page.settle();
    chosenPhotos.push('cover.jpg');
    page.call('addPhoto');
    await page.settle();
    page.call('writeWords', { value: '井盖翘起来了' });
    page.call('submit');
    await page.settle();
    await page.settle();
    return { calls, page };
  }

  test('is looked for where it is; their own that is open is shown in its place', async () => {
    const { calls, page } = await submitted(own, false);
    const placeId = page.instance['placeId'] as string;
    expect(inputOf(calls, 'order.findSimilar')).toEqual({ category: 'hazard', words: '井盖翘起来了', placeId });
    expect(questions[0]?.content).toMatch(/您已经有一件还没办完：“井盖翘了”/);
    expect(inputOf(calls, 'order.create')).toBeUndefined();
    expect([visited, page.instance.data['busy']]).toEqual([[progress], false]);
  });

  test('a neighbour’s is joined', async () => {
    const { own: isOwn, ...neighbours } = own;
    expect(isOwn).toBe(true);
    const { calls } = await submitted(neighbours, false);
    expect(questions[0]?.content).toMatch(/同一个院.*“井盖翘了”/);
    expect(inputOf(calls, 'order.join')).toMatchObject({ orderId: 'order-cover', version: 1 });
    expect(inputOf(calls, 'order.create')).toBeUndefined();
    expect(toasts).toEqual(['算上您了，办好了也告诉您']);
  });

  test('another one, or the only one, is reported', async () => {
    const { calls } = await submitted(own, true);
    expect(inputOf(calls, 'order.create')).toMatchObject({ category: 'hazard', words: '井盖翘起来了' });
    const { calls: more } = await submitted(undefined, false);
    expect(inputOf(more, 'order.create')).toMatchObject({ category: 'hazard' });
    expect(questions).toHaveLength(1);
    for (const { confirmText, cancelText } of questions)
      expect(Math.max(confirmText.length, cancelText.length)).toBeLessThanOrEqual(4);
  });
});

describe('a suggestion of somebody who enrols', () => {
  const words = '院里能不能装个充电桩';
  async function suggested(order: object | undefined) {
    isAnother = false;
    const calls = cloudOf({
      'order.findSimilar': found(order),
      'enrolment.get': answered({ ...enrolmentReplies['enrolment.get'], placeId: 'yard' } as never),
    });
    const page = mountPage('packages/enrolment/own/own', {}, sessionOf(hats.member));
    await page.settle();
    page.call('tick', { item: 'suggestion', words });
    await page.settle();
    await page.settle();
    return { calls, page };
  }

  test('that is open already is not made again, nor ticked', async () => {
    const { calls, page } = await suggested(own);
    expect(inputOf(calls, 'order.findSimilar')).toEqual({ category: 'other', words, placeId: 'yard' });
    expect([inputOf(calls, 'order.create'), inputOf(calls, 'enrolment.tick')]).toEqual([undefined, undefined]);
    expect([visited, page.instance.data['busyItem']]).toEqual([[progress], '']);
  });

  test('that is new becomes an order, and is ticked', async () => {
    const { calls } = await suggested(undefined);
    expect(inputOf(calls, 'order.create')).toMatchObject({ category: 'other', words, placeId: 'yard' });
    expect(inputOf(calls, 'enrolment.tick')).toMatchObject({ item: 'suggestion', done: true });
  });
});

test('no page makes an order without looking', () => {
  const files = execFileSync('git', ['ls-files', 'miniprogram/packages/*.ts', 'miniprogram/pages/*.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const making = files
    .trim()
    .split('\n')
    .filter((file) => existsSync(path.join(root, file)))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))
    .filter(({ text }) => /orders\.(create|intake)\(|enrolments\.suggest\(/.test(text));
  expect(making).toHaveLength(4);
  expect(making.filter(({ text }) => !/findSimilar\(|findDuplicates\(|isAnotherMatter\(/.test(text))).toEqual([]);
});
