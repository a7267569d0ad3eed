import type { AlarmView } from '../../../../miniprogram/contracts/passbook';
import { closeFault } from '../rules/alarm-closing';
import type { Alarm, AlarmClosing } from './alarm';

/** An alarm, and whether the reader may say that it was looked into. */
export function alarmView(alarm: Alarm, readerId: string): AlarmView {
  const { _id, personId, name, unit, why, sequence, day, foundAt, open, closings } = alarm;
  return {
    alarmId: _id,
    ...(personId !== null && { personId }),
    name,
    ...(unit !== null && { unit }),
    why,
    sequence,
    day,
    foundAt: foundAt.toISOString(),
    open,
    closings: closings.map(closingView),
    mayClose: closeFault(alarm, readerId) === null,
  };
}

function closingView({ name, hat, at, reason }: AlarmClosing): AlarmView['closings'][number] {
  return { name, hat, at: at.toISOString(), reason };
}
