import type { OrderView } from '../../../contracts/order';
import { noOrder, type OrderPageData } from '../page/order-actions';
import { orderPage } from '../page/order-page';
import { loadingPage, type PageData } from '../../../page/page-data';
import type { Refused } from '../../../page/submit';
import { goBackWithToast, showToast } from '../../../page/toast';
import { routes, tabs } from '../../../routes';
import { nowMs } from '../../../services/platform/clock';
import { refusalOf } from '../../../text/errors';
import { moveResult } from '../../../text/order/results';
import { isDone, work, type Work } from '../views/work';
import { appointmentHandlers, noAppointment, type AppointmentData } from './appointment-form';
import { evidenceHandlers, noEvidence, type EvidenceData } from './evidence-form';

interface Data extends PageData, OrderPageData<Work>, EvidenceData, AppointmentData {}

const data: Data = { ...loadingPage(), ...noOrder, ...noEvidence, ...noAppointment };

/** Whoever goes knows who goes: the assignee is left out. */
function toMember(view: OrderView): Work {
  const drawn = work(view, nowMs());
  return { ...drawn, parties: drawn.parties.filter(({ party }) => party === 'requester') };
}

/**
 * Moved on meanwhile: the new state is shown under the sentence. Gone to somebody else: the sentence, and the other
 * orders.
 */
async function refuse(refused: Refused, page: { load(): Promise<void> }): Promise<Partial<Data>> {
  const { code } = refused;
  const problem = refusalOf(refused);
  if (code === 'TAKEN' || code === 'NOT_OFFERED') return { phase: 'empty', problem, sheetVisible: false };
  if (code === 'STALE_VERSION' || code === 'WRONG_STATUS') await page.load();
  return { problem };
}

const order = orderPage<Data>({
  draw: (view) => ({ order: toMember(view), finishing: false, appointing: false }),
  isEditing: ({ finishing, appointing }) => finishing || appointing,
  refuse,
  done(action, view) {
    if (isDone(toMember(view), action)) goBackWithToast(moveResult(action));
    else showToast(moveResult(action));
  },
});

/** A member's order: answer it, go, and complete it with one piece of evidence. */
Page({
  data,
  ...order,
  ...evidenceHandlers,
  ...appointmentHandlers,
  otherOrders() {
    wx.switchTab({ url: tabs.orders });
  },
  /** A captain picks one of the team; the order is read again when somebody was assigned. */
  assignMember() {
    const assigned = (): void => void this.load();
    wx.navigateTo({ url: routes.assignMember(this.data.order?.orderId ?? ''), events: { assigned } });
  },
});
