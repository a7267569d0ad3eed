import { costOf, forgetCost } from '../../local/testing/cost';
import { routeOf, stillness, type DemoPhone } from '../../local/testing/demo-phone';
import type { Action } from '../../local/testing/openings';
import { find } from '../../local/testing/product';

/**
 * Makes the touch that counts: at most two setData of the page, 16 KB, one call; one more for a page that it leads to.
 */
export async function actCheaply(phone: DemoPhone, { tap, says }: Action): Promise<void> {
  const { page, calls } = phone;
  // what scrolling to it asks for is no cost of the touch
  await (await find(page, tap)).scrollIntoViewIfNeeded();
  await phone.quiet();
  await forgetCost(page);
  const route = await routeOf(page);
  calls.length = 0;
  await phone.tap(tap);
  await phone.sees(says);
  await stillness(page);
  const { setDataCalls, largestSetDataBytes } = await costOf(page);
  expect(setDataCalls).toBeLessThanOrEqual(2);
  expect(largestSetDataBytes).toBeLessThanOrEqual(16 * 1024);
  const moved = (await routeOf(page)) !== route;
  expect(calls.slice(moved ? 2 : 1)).toEqual([]);
}
