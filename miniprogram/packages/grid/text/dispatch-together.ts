/** What is said where several waiting orders go to one. */
import type { Choice } from '../../../text/choice';

/** What is done with those that are chosen: whoever goes is chosen next. */
export const togetherActions: readonly Choice[] = [{ value: 'choose', text: '选派给谁' }];

/** Whose fitness the list says: `照“厨房水管”这一张排的`. */
export function rankedBy(title: string): string {
  return `照“${title}”这一张排的`;
}

export function togetherButton(name: string | undefined, orders: number): string {
  return name === undefined ? '先选派给谁' : `${orders} 张都派给${name}`;
}

export function togetherResult(name: string, orders: number): string {
  return `${orders} 张派给了${name}`;
}
