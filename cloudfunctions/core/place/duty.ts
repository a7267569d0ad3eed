import type { ContactView } from '../../../miniprogram/contracts/card';
import { wallClock } from '../time/shanghai';
import type { Community, Contact, DutyHours } from './community';

/** Whether the office answers at this moment. */
export function isOnDuty({ days, fromMinute, toMinute }: DutyHours, now: Date): boolean {
  const { weekday, minute } = wallClock(now);
  return days.includes(weekday) && minute >= fromMinute && minute < toMinute;
}

export interface CallView {
  readonly onDuty: boolean;
  /** Absent while the post is vacant. */
  readonly worker?: ContactView;
  readonly call: ContactView & { readonly to: 'worker' | 'duty' };
}

/**
 * Whom a resident's large button calls: their grid worker on duty, else whoever answers outside office hours (S4-02).
 */
export function callOf(community: Pick<Community, 'grids' | 'office' | 'duty'>, gridId: string, now: Date): CallView {
  const onDuty = isOnDuty(community.office.hours, now);
  const grid = community.grids.find((one) => one.gridId === gridId);
  const worker = grid?.worker && { name: grid.worker.name, phone: grid.workerPhone ?? grid.worker.phone };
  const call =
    onDuty && worker ? { ...worker, to: 'worker' as const } : { ...contactView(community.duty), to: 'duty' as const };
  return worker ? { onDuty, worker, call } : { onDuty, call };
}

function contactView({ name, phone }: Contact): ContactView {
  return { name, phone };
}
