/** What the page says on which somebody is known by their number. */
import type { SessionView } from '../../../contracts/person';

export const notInLists = '名册里没有这个号码。请社区把它写进名册，或者扫一下门口的连心卡';

/** Hats that wait for somebody who confirms them are said to wait. */
export function registeredLine({ name = '', heldBack }: Pick<SessionView, 'name' | 'heldBack'>): string {
  return heldBack ? `${name}，认得您了；帽子要等一位同事确认` : `${name}，认得您了`;
}
