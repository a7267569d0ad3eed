import type { Page } from 'playwright-core';
import { byId, waitForEvents } from './inspect';

type Task = (api: WechatMiniprogram.Wx) => unknown;

interface Tasked {
  task?: Task;
}

/** Lets the page `apis` run the task in a tap of its button without waiting for it: for calls that open something. */
export async function begin(page: Page, task: Task): Promise<void> {
  await page.evaluate((source) => {
    (globalThis as Tasked).task = (0, eval)(`(${source})`) as Task;
  }, task.toString());
  await byId(page, 'run').click();
}

async function nextAnswer(page: Page, name: 'done' | 'failed', before: number): Promise<unknown> {
  const events = await waitForEvents(page, name, before + 1);
  return events[before]?.detail;
}

const countOf = (page: Page, name: string): Promise<number> =>
  page.evaluate((wanted) => {
    const { __lianxin } = globalThis as unknown as { __lianxin: { data(): { events: { name: string }[] } } };
    return __lianxin.data().events.filter((event) => event.name === wanted).length;
  }, name);

/** The answer of a task that the page runs in a tap; `meanwhile` is what the user does until then. */
export async function run(page: Page, task: Task, meanwhile?: () => Promise<unknown>): Promise<unknown> {
  const before = await countOf(page, 'done');
  await begin(page, task);
  await meanwhile?.();
  return nextAnswer(page, 'done', before);
}

/** The reason with which the task fails. */
export async function failure(page: Page, task: Task, meanwhile?: () => Promise<unknown>): Promise<unknown> {
  const before = await countOf(page, 'failed');
  await begin(page, task);
  await meanwhile?.();
  return nextAnswer(page, 'failed', before);
}
