import { collection } from '../../platform/database';
import type { Job, JobProgress } from '../../job/job';
import type { Services } from '../../platform/context';
import { applyPortraitVerdict } from '../../person/portrait-verdict';
import { withDoubtedParts } from '../flow/doubts';
import { photosOf } from '../document/held-files';
import { photoPart } from '../rules/public-parts';
import { orders, type Evidence, type Order, type StoredPhoto } from '../document/order';

/** `doubted`: it passes to its author and to staff; whether others see it, a person decides. */
export type PhotoState = 'shown' | 'doubted' | 'hidden';

/** A verdict that came before the order or the portrait which asked for it; `_id` is WeChat's trace id. */
interface StoredVerdict {
  readonly _id: string;
  readonly state: PhotoState;
  readonly at: Date;
}

const verdicts = collection<StoredVerdict>('verdicts');
const maxAttempts = 5;
const verdictsAtOnce = 50;

/**
 * Shows or hides the photo that a content check was about. It may come twice, and for several photos of one order at
 * once: each is one conditional write on a count of verdicts, tried again when another came between.
 * @returns false when no order waits for it
 */
export async function applyVerdict(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  traceId: string,
  state: PhotoState,
): Promise<boolean> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const [order] = await database.find(orders, { where: { traces: traceId }, limit: 1 });
    if (!order) return false;
    const where = { _id: order._id, revision: order.revision, verdicts: order.verdicts };
    if ((await database.updateWhere(orders, where, { set: withVerdict(order, traceId, state, clock.now()) })) > 0)
      return true;
  }
  throw new Error('An order changed too often for its verdict.');
}

function withVerdict(order: Order, traceId: string, verdict: PhotoState, at: Date): Partial<Order> {
  const state = verdict === 'hidden' ? 'hidden' : 'shown';
  const apply = (photos: readonly StoredPhoto[]): readonly StoredPhoto[] =>
    photos.map((photo) => (photo.traceId === traceId ? { ...photo, state } : photo));
  const seen = (evidence: Evidence | null) => evidence && { ...evidence, photos: apply(evidence.photos) };
  const doubted = photosOf(order).filter((photo) => photo.traceId === traceId);
  const after = {
    ...order,
    photos: apply(order.photos),
    evidence: seen(order.evidence),
    helpers: order.helpers.map((one) => ({ ...one, evidence: seen(one.evidence) })),
  };
  const judged =
    verdict === 'doubted'
      ? withDoubtedParts(
          after,
          doubted.map(({ fileId }) => photoPart(fileId)),
          at,
        )
      : after;
  const { photos, evidence, helpers, cases, awaitsModeration, needsAttention, dueAt, dueKey } = judged;
  return {
    photos,
    evidence,
    ...(helpers.length > 0 && { helpers }),
    // A move that was read before must not write over what is withheld since.
    ...(verdict === 'doubted' &&
      cases && { cases, awaitsModeration, needsAttention, dueAt, dueKey, revision: order.revision + 1 }),
    traces: order.traces.filter((trace) => trace !== traceId),
    verdicts: order.verdicts + 1,
  };
}

/** The same for whatever waits for the check: an order's photo, or somebody's portrait. */
export async function applyAnyVerdict(
  services: Pick<Services, 'database' | 'clock'>,
  traceId: string,
  state: PhotoState,
): Promise<boolean> {
  if (await applyVerdict(services, traceId, state)) return true;
  return applyPortraitVerdict(services, traceId, state === 'shown' ? 'shown' : 'hidden');
}

/** Keeps a verdict for the order or portrait that is not there yet. */
export async function storeVerdict(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  traceId: string,
  state: PhotoState,
): Promise<void> {
  await database.insert(verdicts, { _id: traceId, state, at: clock.now() });
}

/** A verdict whose order never came (the call that asked for it was refused) is dropped after a day. */
const retentionMs = 86_400_000;

/** Applies what was stored. */
export const applyStoredVerdicts: Job = {
  name: 'verdicts',
  every: 'hour',
  waiting: (now) => [{ of: verdicts, where: { at: { lte: now } }, limit: 1 }],
  run: applyStored,
};

async function applyStored(services: Services): Promise<JobProgress> {
  const { database, clock } = services;
  const stored = await database.find(verdicts, {
    where: { at: { lte: clock.now() } },
    sort: { at: 'asc' },
    limit: verdictsAtOnce,
  });
  let applied = 0;
  for (const { _id, state, at } of stored) {
    const isApplied = await applyAnyVerdict(services, _id, state);
    if (isApplied) applied += 1;
    if (isApplied || clock.now().getTime() - at.getTime() > retentionMs) await database.removeWhere(verdicts, { _id });
  }
  return { done: applied };
}
