import type { Evidence, Order, StoredPhoto } from './order';

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

type Holders = Pick<Order, 'photos' | 'evidence' | 'helpers'>;

/** The same pictures, with another file in the place of one. */
export function replacedFile({ photos, evidence, helpers }: Holders, from: string, to: string): Holders {
  const replaced = (all: readonly StoredPhoto[]): readonly StoredPhoto[] =>
    all.map((photo) => (photo.fileId === from ? { ...photo, fileId: to } : photo));
  const within = (one: Evidence | null): Evidence | null => one && { ...one, photos: replaced(one.photos) };
  return {
    photos: replaced(photos),
    evidence: within(evidence),
    helpers: helpers.map((one) => ({ ...one, evidence: within(one.evidence) })),
  };
}
