import { Cron } from 'croner';

const chinaOffsetMinutes = 480;

/**
 * WeChat's timers: seven fields (second minute hour day month week year) in UTC+8; when day and week are both given,
 * either will do.
 * @returns the first moment after `afterMs`, in milliseconds, or undefined when there is none any more
 * @throws TypeError when the expression is not such a pattern
 */
export function cronSchedule(expression: string): (afterMs: number) => number | undefined {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 7) throw new TypeError(`a timer has 7 fields, "${expression}" has ${fields.length}`);
  const cron = new Cron(fields.join(' '), {
    mode: '7-part',
    utcOffset: chinaOffsetMinutes,
    paused: true,
    domAndDow: false,
  });
  return (afterMs) => cron.nextRun(new Date(afterMs))?.getTime();
}
