import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';
import { TooManyFirings } from '../clock/scheduler';
import { timerRules } from '../triggers/timers';
import type { Parts } from '../services';
import { readInput } from './input';

const LONGEST_MOVE_MS = 20 * 366 * 24 * 3600 * 1000;

const moveSchema = v.strictObject({
  /** a moment, ISO 8601 */
  now: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => Date.parse(text)),
      v.number('no such moment'),
    ),
  ),
  advanceMs: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(LONGEST_MOVE_MS))),
  /** `skip` moves the clock without running what falls due */
  timers: v.optional(v.picklist(['run', 'skip']), 'run'),
});

/** Moves the clock, runs what falls due, and remembers the offset. @throws TooManyFirings */
export async function moveClock(parts: Parts, targetMs: number, runs: boolean): Promise<number> {
  const fired = await parts.scheduler.moveTo(targetMs, runs);
  parts.state.value.clockOffsetMs = parts.clock.offsetMs();
  parts.state.save();
  return fired;
}

/** `GET` and `POST /local/clock`; the answer is `{ now, fired }`. */
export function addClock(app: Hono, parts: Parts): void {
  const { clock, scheduler, functions, log } = parts;
  app.get('/local/clock', (context) => context.json({ now: clock.now().toISOString(), timers: scheduler.upcoming() }));
  app.post('/local/clock', async (context) => {
    const { now, advanceMs, timers } = await readInput(context, moveSchema);
    const targetMs = now ?? clock.nowMs() + (advanceMs ?? 0);
    if ((now === undefined) === (advanceMs === undefined))
      throw new HTTPException(400, { message: 'either now or advanceMs' });
    try {
      scheduler.setRecurrences(timerRules(functions, log));
      const fired = await moveClock(parts, targetMs, timers === 'run');
      return context.json({ now: clock.now().toISOString(), fired });
    } catch (error) {
      if (error instanceof TooManyFirings) throw new HTTPException(400, { message: error.message });
      throw error;
    }
  });
}
