/** Drags by mouse and by touch. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { byId } from './inspect';

/** Presses the mouse in the middle of a component and moves it by so many px, in four steps. */
export async function drag(page: Page, id: string, by: { x?: number; y?: number }): Promise<void> {
  const box = await byId(page, id).boundingBox();
  const x = (box?.x ?? 0) + (box?.width ?? 0) / 2;
  const y = (box?.y ?? 0) + (box?.height ?? 0) / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const fraction of [0.25, 0.5, 0.75, 1])
    await page.mouse.move(x + (by.x ?? 0) * fraction, y + (by.y ?? 0) * fraction);
  await page.mouse.up();
}

export interface TouchPosition {
  readonly x: number;
  readonly y: number;
}

/** Moves fingers over the screen; each step is the positions of all of them. */
export async function touch(page: Page, steps: readonly (readonly TouchPosition[])[]): Promise<void> {
  const client = await page.context().newCDPSession(page);
  for (const [index, positions] of steps.entries()) {
    await client.send('Input.dispatchTouchEvent', {
      type: index === 0 ? 'touchStart' : 'touchMove',
      touchPoints: positions.map(({ x, y }, id) => ({ x, y, id })),
    });
  }
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await client.detach();
}

export const touchScreen: BrowserContextOptions = { hasTouch: true, isMobile: true };
