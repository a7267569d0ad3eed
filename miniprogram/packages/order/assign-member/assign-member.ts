import type { Emitted } from '../../../page/events';
import { loadingList, pagedList, type ListData } from '../../../page/paged-list';
import { parameters, type PageWithParameters } from '../../../page/parameters';
import { submitHandlers } from '../../../page/submit';
import { goBackWithToast } from '../../../page/toast';
import * as orders from '../../../services/order';
import { nowMs } from '../../../services/platform/clock';
import { assignedResult } from '../../../text/order/results';
import { assignButton, candidatesOf, withChosen, type Candidate } from '../views/dispatch';
import { assignOrder, type AssignOrder } from '../views/assign-order';

interface Data extends ListData<Candidate> {
  order: AssignOrder | null;
  button: string;
  ready: boolean;
  busy: boolean;
}

const data: Data = { ...loadingList(), order: null, button: '', ready: false, busy: false };

const shown = (candidates: readonly Candidate[]) => ({
  lines: candidates,
  button: assignButton(candidates),
  ready: candidates.some((one) => one.chosen),
  problem: '',
});

interface AssignPage extends PageWithParameters {
  readonly data: Data;
}

const team = pagedList({
  read: (page: AssignPage, cursor) => orders.suggest(parameters(page)['orderId'] ?? '', cursor),
  draw: ({ order, suggestions }, page) => ({
    phase: 'ready',
    order: assignOrder(order, nowMs()),
    ...shown(withChosen(candidatesOf(suggestions, order), page.data.lines)),
  }),
});

/**
 * S2-09: an order that came to a team is accepted by its captain, who names the member that goes. Emits `assigned` to
 * the page that opened it.
 */
Page({
  data,
  ...team,
  ...submitHandlers,
  choose(event: Emitted<{ memberId: string }>) {
    const { memberId } = event.detail;
    this.setData(shown(this.data.lines.map((one) => ({ ...one, chosen: one.memberId === memberId && !one.chosen }))));
  },
  async assign() {
    const { order, lines } = this.data;
    const member = lines.find((one) => one.chosen);
    if (order === null || member === undefined) return;
    const reply = await this.submit(() => orders.accept(order, { memberId: member.memberId }));
    if (!reply.ok) return;
    this.getOpenerEventChannel?.().emit?.('assigned', {});
    goBackWithToast(assignedResult(member.name));
  },
});
