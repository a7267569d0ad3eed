import type { Cast, Typist } from './typing';

/** Words that were hidden, and what their author said against it. */
export async function plantHiding({ text, ask, write }: Typist): Promise<void> {
  const cast: Cast = { requester: ['o_resident'], subject: ['o_resident'], observers: [] };
  const orderId = await ask(cast);
  const words = text('order.moderate.words', cast);
  await write('o_secretary', 'order.moderate', { orderId, part: 'words', show: false, reason: 'other', words });
  const appeal = text('order.appealHidden.words', cast);
  await write('o_resident', 'order.appealHidden', { orderId, part: 'words', words: appeal });
}
