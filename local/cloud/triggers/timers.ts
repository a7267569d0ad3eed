import type { RecurringTask } from '../clock/scheduler';
import { CallFailure } from '../functions/failure';
import type { Functions } from '../functions/functions';
import { messageOf } from '../values';

/** The timers of all functions, as the triggers in their config.json say. */
export function recurringTimers(functions: Functions, log: (line: string) => void): RecurringTask[] {
  const run = async (name: string, timer: string, dueMs: number): Promise<void> => {
    const event = { Type: 'Timer', TriggerName: timer, Time: new Date(dueMs).toISOString(), Message: '' };
    try {
      await functions.call({
        name,
        event,
        identity: { origin: 'timer', source: 'wx_trigger' },
        label: `timer ${name} ${timer}`,
      });
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      log(`timer ${name} ${timer}: ${messageOf(error)}`);
    }
  };
  return functions.list().flatMap((spec) =>
    spec.timers.map((timer) => ({
      name: `${spec.name} ${timer.name}`,
      next: timer.next,
      run: (dueMs: number) => run(spec.name, timer.name, dueMs),
    })),
  );
}
