import type { ErrorCode } from '../../../../miniprogram/contracts/error';
import type { Alarm, AlarmClosing } from '../alarm/alarm';

type Closable = Pick<Alarm, 'open' | 'personId' | 'closings'>;

/** Why somebody may not close an alarm; null where they may: nobody closes one of their own book, nor twice. */
export function closeFault({ open, personId, closings }: Closable, closerId: string): ErrorCode | null {
  if (!open) return 'ALREADY_SETTLED';
  return personId === closerId || closings.some((one) => one.personId === closerId) ? 'SECOND_PERSON_NEEDED' : null;
}

/** Whether these words close it: the inspector's alone, else those of two people. */
export function isSettled(closings: readonly Pick<AlarmClosing, 'hat'>[]): boolean {
  return closings.length > 1 || closings.some(({ hat }) => hat === 'inspector');
}
