/** The form in which whoever goes says when. Spread into the order's page. */
import type { OrderAction, OrderView } from '../../../contracts/order';
import type { Chosen } from '../../../page/events';
import type { Sent } from '../../../page/submit';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import type { Choice } from '../../../text/choice';
import { chosenHours, dayChoices, hourChoices } from '../views/appointment';

export interface AppointmentData {
  appointing: boolean;
  days: readonly Choice[];
  day: string;
  hours: readonly Choice[];
  /** When it begins. */
  hour: string;
}

export const noAppointment: AppointmentData = { appointing: false, days: [], day: '', hours: [], hour: '' };

interface AppointmentPage {
  data: AppointmentData & { order: orders.OrderRef | null };
  setData(change: object): void;
  submitMove(action: OrderAction, write: () => Promise<Sent<OrderView>>): Promise<void>;
}

export const appointmentHandlers = {
  openAppointment(this: AppointmentPage): void {
    const days = dayChoices(nowMs());
    const day = days[0]?.value ?? '';
    const hours = hourChoices(day, nowMs());
    this.setData({ appointing: true, finishing: false, days, day, hours, hour: '', problem: '' });
  },
  closeAppointment(this: AppointmentPage): void {
    this.setData({ appointing: false, problem: '' });
  },
  chooseDay(this: AppointmentPage, { detail }: Chosen): void {
    const hours = hourChoices(detail.value, nowMs());
    const isLeft = hours.some(({ value }) => value === this.data.hour);
    this.setData({ day: detail.value, hours, ...(!isLeft && { hour: '' }), problem: '' });
  },
  chooseHour(this: AppointmentPage, { detail }: Chosen): void {
    this.setData({ hour: detail.value, problem: '' });
  },
  async appoint(this: AppointmentPage): Promise<void> {
    const { order, day, hour } = this.data;
    const hours = chosenHours(day, hour, nowMs());
    if (order === null || hours === undefined) return;
    await this.submitMove('appoint', () => orders.appoint(order, { ...hours }));
  },
};
