import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as v from 'valibot';
import { TooManyRuns } from '../clock/scheduler';
import type { CloudServices } from '../services';
import { recurringTimers } from '../triggers/timers';
import { readInput } from './input';

const maxMoveMs = 20 * 366 * 24 * 3600 * 1000;

const moveSchema = v.strictObject({
  /** A moment, ISO 8601. */
  now: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => Date.parse(text)),
      v.number('no such moment'),
    ),
  ),
  advanceMs: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(maxMoveMs))),
  /** `skip` moves the clock without running what falls due. */
  timers: v.optional(v.picklist(['run', 'skip']), 'run'),
});

/** Moves the clock, runs what falls due, and stores the offset. @throws TooManyRuns */
export async function moveClock(services: CloudServices, targetMs: number, runs: boolean): Promise<number> {
  const fired = await services.scheduler.moveTo(targetMs, runs);
  services.state.value.clockOffsetMs = services.clock.offsetMs();
  services.state.save();
  return fired;
}

/** `GET` and `POST /local/clock`; the answer is `{ now, fired }`. */
export function addClock(app: Hono, services: CloudServices): void {
  const { clock, scheduler, functions, log } = services;
  app.get('/local/clock', (context) => context.json({ now: clock.now().toISOString(), timers: scheduler.nextRuns() }));
  app.post('/local/clock', async (context) => {
    const { now, advanceMs, timers } = await readInput(context, moveSchema);
    const targetMs = now ?? clock.nowMs() + (advanceMs ?? 0);
    if ((now === undefined) === (advanceMs === undefined))
      throw new HTTPException(400, { message: 'either now or advanceMs' });
    try {
      scheduler.setRecurring(recurringTimers(functions, log));
      const fired = await moveClock(services, targetMs, timers === 'run');
      return context.json({ now: clock.now().toISOString(), fired });
    } catch (error) {
      if (error instanceof TooManyRuns) throw new HTTPException(400, { message: error.message });
      throw error;
    }
  });
}
