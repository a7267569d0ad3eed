import { openPhone } from '@lianxin/local-phone/testing';
import type { DemoPhone } from '../../local/testing/demo-phone';

/** Somebody whom nobody knows, with a card in hand, has written an order: its button is what asks for their number. */
export async function writeAsStranger({ page, product, known, tap }: DemoPhone): Promise<void> {
  const token = known.card.split('scene=')[1];
  await openPhone(page, {
    url: product.url,
    as: 'visitor',
    page: `/packages/resident/new-order/new-order?token=${token}`,
  });
  await tap('水电维修');
  await page.locator('textarea').first().fill('水管漏水');
}
