/**
 * What people do on a page that shows one order: at one tap, or by a sheet that asks for the reason. Spread in beside
 * `record`.
 */
import type { OrderAction, OrderView } from '../../../contracts/order';
import { routes } from '../../../routes';
import { isSimpleMove, move, type ReasonInput } from '../../../services/moves';
import * as orders from '../../../services/order';
import { appealHidden } from '../services/moderation';
import { refusalOf, remindedAlready } from '../../../text/errors';
import { sheetFor, type ActionSheet } from '../../../text/order/sheets';
import { appealedLine } from '../../../text/order/withheld';
import { dialParty, type PartyPhone } from '../../../page/dial';
import type { Emitted, Tapped } from '../../../page/events';
import type { SheetData } from '../../../page/sheet';
import type { Refused, Sent, SubmitOptions } from '../../../page/submit';
import { showToast } from '../../../page/toast';

/** What the requester is asked comes with the order. */
interface Asked {
  readonly question?: string;
}

export interface OrderPageData<View> extends SheetData<ActionSheet | null> {
  order: View | null;
}

/** Before the order was read. */
export const noOrder = { order: null, sheet: null, sheetVisible: false, busy: false } as const;

type Write = () => Promise<Sent<OrderView>>;

interface OrderPage {
  data: OrderPageData<orders.OrderRef & Asked>;
  setData(change: object): void;
  submit(write: Write, options: SubmitOptions<OrderView>): Promise<Sent<OrderView>>;
  submitMove(action: OrderAction, write: Write): Promise<void>;
  askOrMove(action: OrderAction): void;
  move(action: OrderAction, input: ReasonInput): void;
  choosePlace(): void;
}

interface OrderActionOptions<Page> {
  /** What the order as it stands now puts into `data`. */
  draw?(order: OrderView): object;
  /** What a refusal puts into `data`, where it is more than its sentence. */
  refuse?(refused: Refused, page: Page): object | Promise<object>;
  /** Once it is done. */
  done(action: OrderAction, order: OrderView): void;
}

const handlers = {
  act(this: OrderPage, event: Tapped<{ action: OrderAction }>): void {
    this.askOrMove(event.currentTarget.dataset.action);
  },
  askOrMove(this: OrderPage, action: OrderAction): void {
    if (action === 'relocate') {
      this.choosePlace();
      return;
    }
    const sheet = sheetFor(action, this.data.order?.question);
    if (sheet !== undefined) this.setData({ sheet, sheetVisible: true, problem: '' });
    else this.move(action, { reason: '', words: '' });
  },
  /** Where it really is for. */
  choosePlace(this: OrderPage): void {
    const chosen = ({ placeId }: { placeId: string }): void => {
      const { order } = this.data;
      if (order !== null) void this.submitMove('relocate', () => orders.relocate(order, { placeId }));
    };
    wx.navigateTo({ url: routes.choosePlace(), events: { chosen } });
  },
  submitReason(this: OrderPage, event: Emitted<ReasonInput>): void {
    if (this.data.sheet !== null) this.move(this.data.sheet.action, event.detail);
  },
  move(this: OrderPage, action: OrderAction, input: ReasonInput): void {
    const { order } = this.data;
    if (order !== null && isSimpleMove(action)) void this.submitMove(action, () => move(action, order, input));
  },
  /** The requester's word, or what they said on the phone. */
  confirm(this: OrderPage, event: Pick<Emitted<orders.RatingInput>, 'detail'>): void {
    const { order } = this.data;
    if (order !== null) void this.submitMove('confirm', () => orders.confirm(order, event.detail));
  },
  /** Another word in the place of the first. */
  changeRating(this: OrderPage, event: Emitted<orders.RatingInput>): void {
    const { order } = this.data;
    if (order !== null) void this.submitMove('changeRating', () => orders.changeRating(order, event.detail));
  },
  callParty(this: OrderPage, { detail }: Pick<Emitted<PartyPhone>, 'detail'>): void {
    if (this.data.order !== null) void dialParty(this.data.order.orderId, detail);
  },
};

const tooEarly = (refused: Refused): object => ({
  problem: refused.retryAt === undefined ? refusalOf(refused) : remindedAlready(refused.retryAt),
});

export function orderActions<Page>({ draw, refuse, done }: OrderActionOptions<Page>) {
  return {
    ...handlers,
    redact(this: OrderPage): void {
      wx.navigateTo({ url: routes.redact(this.data.order?.orderId ?? '') });
    },
    /** Its author's word against something being kept from others. */
    async appealHidden(this: OrderPage, { detail }: Emitted<{ part: string; words: string }>): Promise<void> {
      const { order } = this.data;
      if (order === null) return;
      const reply = await this.submit(() => appealHidden(order.orderId, detail), { ...(draw && { draw }) });
      if (reply.ok) showToast(appealedLine);
    },
    /** A paper of the checklist is there, or is not after all. */
    async tickPaper(this: OrderPage & Page, event: Emitted<{ paper: number; done: boolean }>): Promise<void> {
      const { order } = this.data;
      const { paper, done: isThere } = event.detail;
      if (order === null) return;
      await this.submit(() => orders.tickPaper(order.orderId, paper, isThere), { ...(draw && { draw }) });
    },
    async submitMove(this: OrderPage & Page, action: OrderAction, write: Write): Promise<void> {
      const reply = await this.submit(write, {
        ...(draw && { draw }),
        ...(refuse && { refuse: (refused) => refuse(refused, this) }),
        ...(action === 'remind' && { refuse: tooEarly }),
      });
      if (reply.ok) done(action, reply.data);
    },
  };
}
