import type { Emitted } from '../../../page/events';
import { loadingPage, type PageData } from '../../../page/page-data';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import { goBackWithToast } from '../../../page/toast';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { assignedResult } from '../../../text/order/results';
import {
  assignButton,
  candidatesOf,
  dispatchOrder,
  type Candidate,
  type DispatchOrder,
} from '../../../views/order/dispatch';

interface Data extends PageData {
  order: DispatchOrder | null;
  candidates: readonly Candidate[];
  button: string;
  ready: boolean;
  busy: boolean;
}

const data: Data = { ...loadingPage(), order: null, candidates: [], button: '', ready: false, busy: false };

const shown = (candidates: readonly Candidate[]): Partial<Data> => ({
  candidates,
  button: assignButton(candidates),
  ready: candidates.some((one) => one.chosen),
  problem: '',
});

const team = record({
  read: (page: PageWithParameters) => orders.suggest(parameters(page)['orderId'] ?? ''),
  draw: ({ order, suggestions }) => ({
    order: dispatchOrder(order, nowMs()),
    ...shown(candidatesOf(suggestions, order)),
  }),
});

/**
 * S2-09: an order that came to a team is accepted by its captain, who names the member that goes. Emits `assigned` to
 * the page that opened it.
 */
Page({
  data,
  ...team,
  choose(event: Emitted<{ memberId: string }>) {
    const { memberId } = event.detail;
    this.setData(
      shown(this.data.candidates.map((one) => ({ ...one, chosen: one.memberId === memberId && !one.chosen }))),
    );
  },
  async assign() {
    const { order, candidates } = this.data;
    const member = candidates.find((one) => one.chosen);
    if (order === null || member === undefined) return;
    const reply = await this.submit(() => orders.accept(order, { memberId: member.memberId }));
    if (!reply.ok) return;
    this.getOpenerEventChannel?.().emit?.('assigned', {});
    goBackWithToast(assignedResult(member.name));
  },
});
