import type { Order, StoredPhoto } from './order';

/** The pictures of an order: its requester's, and those of everybody who did it. */
export function photosOf({
  photos,
  evidence,
  helpers,
}: Pick<Order, 'photos' | 'evidence' | 'helpers'>): readonly StoredPhoto[] {
  return [evidence, ...helpers.map((one) => one.evidence)].reduce<readonly StoredPhoto[]>(
    (all, one) => [...all, ...(one?.photos ?? [])],
    photos,
  );
}

/** The files that an order names. */
export function heldFiles(order: Pick<Order, 'photos' | 'evidence' | 'helpers'>): readonly string[] {
  return photosOf(order).map(({ fileId }) => fileId);
}
