import { audit, type AuditLine } from '../../person/audit';
import type { Context } from '../../platform/context';
import type { MaybeHeld } from '../../platform/database';
import { replayOf } from '../../platform/request';
import { done, refuse, type Refusal, type Result } from '../../platform/result';
import { limitsOfReveal } from './daily-limit';
import { defaultDailyLimits, type DailyLimits } from './policy';
import { candidateSlots, findFreeSlots, firstSlots } from './slots';

/** A repeat of the call within this time is the same look; later, its id is spent. */
const repeatMs = 3_600_000;

/** Slots are far from used up: more attempts than these mean that something else is wrong. */
const maxAttempts = 20;

/** The slots of the day among which a look may find its own, to be read beside what it is about. */
export function maybeHeldSlots({ clock, request }: Context, personId: string): MaybeHeld {
  const daily = limitsOfReveal(personId, defaultDailyLimits, clock.now());
  return { in: audit, field: 'slot', values: candidateSlots(daily, request.requestKey) };
}

/** One look is one line, whoever repeats the call; or why there is none. */
export async function writeReveal(
  context: Context,
  line: AuditLine,
  limits: DailyLimits,
  taken: ReadonlySet<string>,
): Promise<Refusal | undefined> {
  const { database, request } = context;
  const daily = limitsOfReveal(line.by.personId, limits, line.at);
  let slots: Result<readonly string[]> = done(firstSlots(daily, request.requestKey, taken));
  for (let attempt = 1; attempt <= maxAttempts && slots.ok; attempt += 1) {
    const [slot] = slots.data;
    if (await database.insert(audit, { ...line, slot: slot ?? line._id })) return undefined;
    const stored = await database.get(audit, line._id);
    if (stored) return repeated(context, stored);
    const seed = `${request.requestKey}:${attempt}`;
    slots = await findFreeSlots(daily, { seed, at: line.at, readTaken: (keys) => takenSlots(context, keys) });
  }
  return slots.ok ? refuse('BUSY') : slots;
}

function repeated({ request, clock }: Context, stored: AuditLine): Refusal | undefined {
  const replay = replayOf([stored.request], request, () => undefined);
  const isSpent = clock.now().getTime() - stored.at.getTime() > repeatMs;
  return replay?.ok && !isSpent ? undefined : refuse('REQUEST_REUSED', 'requestId');
}

async function takenSlots({ database }: Context, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await database.find(audit, { where: { slot: { oneOf: keys } }, limit: keys.length });
  return new Set(found.map(({ slot }) => slot));
}
