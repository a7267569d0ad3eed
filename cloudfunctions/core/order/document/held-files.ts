import type { Order } from './order';

/** The files that an order names. */
export function heldFiles({ photos, evidence }: Pick<Order, 'photos' | 'evidence'>): readonly string[] {
  return [...photos, ...(evidence?.photos ?? [])].map(({ fileId }) => fileId);
}
