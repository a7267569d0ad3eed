import { CallFailure } from '../functions/failure';
import type { Functions } from '../functions/functions';
import { messageOf } from '../values';
import type { Recurrence } from '../clock/scheduler';

/** The timers of all functions, as the triggers in their config.json say. */
export function timerRules(functions: Functions, log: (line: string) => void): Recurrence[] {
  const fire = async (name: string, timer: string, dueMs: number): Promise<void> => {
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
      run: (dueMs: number) => fire(spec.name, timer.name, dueMs),
    })),
  );
}
