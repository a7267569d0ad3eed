/** Reads and sets what the phone shows. */
import type { Locator, Page } from 'playwright-core';
import type { RecordedEvent } from '../app/record';

interface InspectedWindow {
  __lianxin: {
    data(): Record<string, unknown> | undefined;
    path(): string;
    changeSettings(change: object): void;
  };
}

/** The host element of the component with that id in the page's WXML. */
export function byId(page: Page, id: string): Locator {
  return page.locator(`[wx-id="${id}"]`).first();
}

/** The data of the page on top. */
export function dataOf(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(() => {
    const data = (globalThis as unknown as InspectedWindow).__lianxin.data() ?? {};
    return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
  });
}

/** Every event that the page recorded, or those of one `data-name`. */
export async function eventsOf(page: Page, name?: string): Promise<RecordedEvent[]> {
  const { events } = (await dataOf(page)) as { events: RecordedEvent[] };
  return name === undefined ? events : events.filter((event) => event.name === name);
}

/** Waits until the page has recorded so many events of one `data-name`, and answers all of them. */
export async function waitForEvents(page: Page, name: string, count = 1): Promise<RecordedEvent[]> {
  await page.waitForFunction(
    ([wanted, minCount]) => {
      const data = (globalThis as unknown as InspectedWindow).__lianxin.data() ?? { events: [] };
      const { events } = data as { events: { name: string }[] };
      return events.filter((event) => event.name === wanted).length >= minCount;
    },
    [name, count] as const,
  );
  return eventsOf(page, name);
}

export function changeSettings(page: Page, change: object): Promise<void> {
  return page.evaluate((given) => (globalThis as unknown as InspectedWindow).__lianxin.changeSettings(given), change);
}

/** The path of the page on top. */
export function pathOf(page: Page): Promise<string> {
  return page.evaluate(() => (globalThis as unknown as InspectedWindow).__lianxin.path());
}

export function styleOf(page: Page, id: string, property: string): Promise<string> {
  return byId(page, id).evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
}

/** Sets data of the page on top, as its own code would. */
export function setData(page: Page, data: object): Promise<void> {
  return page.evaluate((change) => {
    const { getCurrentPages } = globalThis as unknown as { getCurrentPages(): { setData(data: object): void }[] };
    getCurrentPages().at(-1)?.setData(change);
  }, data);
}

/** Waits until all animations have ended, after which positions can be read. */
export function animationsEnd(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
  });
}
