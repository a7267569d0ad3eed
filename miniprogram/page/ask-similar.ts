import type { Input } from '../contracts/api';
import { routes } from '../routes';
import * as orders from '../services/order';
import { nowMs } from '../services/platform/clock';
import { refusalOf } from '../text/errors';
import { moveResult } from '../text/order/results';
import { ownLine, similarLine, similarQuestion } from '../text/order/similar';
import { showToast } from './toast';

/**
 * Looks for an open order about the same thing and asks whether it is. Where it is, the reader's own is opened, and a
 * neighbour's is joined.
 * @returns whether another order is to be made
 */
export async function isAnotherMatter({ category, ...about }: Input<'order.findSimilar'>): Promise<boolean> {
  const reply = await orders.findSimilar(category, about);
  const found = reply.ok ? reply.data.order : undefined;
  if (found === undefined) return true;
  const content = found.own === true ? ownLine(found, nowMs()) : similarLine(found, nowMs());
  const { confirm } = await wx.showModal({ ...similarQuestion, content });
  if (confirm) return true;
  const joined = found.own === true ? undefined : await orders.join(found);
  if (joined?.ok === false) showToast(refusalOf(joined));
  else wx.navigateTo({ url: routes.progress(found.orderId), success: () => joined && showToast(moveResult('join')) });
  return false;
}
