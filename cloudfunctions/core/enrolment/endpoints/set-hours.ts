import { maxWindows } from '../../../../miniprogram/contracts/enrolment';
import { signedInEndpoint } from '../../access/endpoint';
import { object, requestId, v } from '../../platform/validation';
import { changeOwn } from '../own-change';

const minute = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440));
const day = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7));
const hoursWindow = v.pipe(
  object({
    days: v.pipe(
      v.array(day),
      v.minLength(1),
      v.maxLength(7),
      v.check((days) => new Set(days).size === days.length),
    ),
    fromMinute: minute,
    toMinute: minute,
  }),
  v.forward(
    v.check(({ fromMinute, toMinute }) => fromMinute < toMinute),
    ['toMinute'],
  ),
);
const windows = v.pipe(v.array(hoursWindow), v.maxLength(maxWindows));

/**
 * A member says when they work and when they are free beside it (S2-15); suggestions for orders follow it, and nobody
 * is suggested at work unless it is urgent.
 * Cost: 4 reads, 3 writes.
 */
export const setHours = signedInEndpoint({
  name: 'enrolment.setHours',
  input: object({ work: windows, free: windows, requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  run: (context, caller, { work, free }) => changeOwn(context, caller, 'enrolment.setHours', { hours: { work, free } }),
});
