import type { HeldOrder, LeavePreview } from '../../../contracts/post';
import { joinParts } from '../../../text/join';
import { captainTitle, hatName } from '../../../text/person/hats';

/** `蓝色网格 网格员`. */
export function seatLine({ hat, placeName, teamName }: LeavePreview['posts'][number]): string {
  return teamName === undefined ? joinParts(placeName, hatName(hat)) : captainTitle(teamName);
}

/** What becomes of orders in somebody's hands; '' for none. */
export const leaveTexts = {
  lapsing: (count: number): string => (count === 0 ? '' : `还没回话的 ${count} 单作废，不算他退的`),
  returning: (count: number): string => (count === 0 ? '' : `接了没办完的 ${count} 单重新派人，居民和网格员都会知道`),
  paying: (count: number): string => (count === 0 ? '' : `办好了的 ${count} 单还是他的，居民点头照样记分`),
} as const;

const shownNumbers = 6;

/** `2611-048372、2611-048390 等`. */
export function numbersLine(orders: readonly HeldOrder[]): string {
  const numbers = orders.slice(0, shownNumbers).map(({ number }) => number);
  return `${numbers.join('、')}${orders.length > shownNumbers ? ' 等' : ''}`;
}

export const nothingInHand = '手上没有单子。';
export const moreInHand = '手上的单子还有，一样办。';
export function leftLine(name: string): string {
  return `${name}离开了，职务空出来，不再收消息`;
}
