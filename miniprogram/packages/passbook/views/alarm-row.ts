import type { AlarmView, PointUnit } from '../../../contracts/passbook';
import { alarmFound, alarmTitle, alarmWhy, closeName, saidBy, waitsForSecond } from '../text/alarms';

/** An alarm: whose book, what does not hold, and who has looked into it. */
export interface AlarmRow {
  readonly alarmId: string;
  /** '' where no book is to blame. */
  readonly personId: string;
  readonly unit: PointUnit | null;
  readonly title: string;
  readonly why: string;
  readonly found: string;
  readonly said: readonly { readonly reason: string; readonly who: string }[];
  readonly mayClose: boolean;
  /** Whether the reader's word closes it. */
  readonly isLast: boolean;
  readonly closeName: string;
  /** Why the reader does nothing more about it; '' where they do, and where it is settled. */
  readonly waits: string;
}

export function alarmRow(view: AlarmView, isInspector: boolean): AlarmRow {
  const isLast = isInspector || view.closings.length > 0;
  return {
    alarmId: view.alarmId,
    personId: view.personId ?? '',
    unit: view.unit ?? null,
    title: alarmTitle(view),
    why: alarmWhy(view),
    found: alarmFound(view),
    said: view.closings.map((one) => ({ reason: one.reason, who: saidBy(one) })),
    mayClose: view.mayClose,
    isLast,
    closeName: closeName(isLast),
    waits: view.open && !view.mayClose && view.closings.length > 0 ? waitsForSecond : '',
  };
}
