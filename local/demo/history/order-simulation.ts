import type { OrderActor } from '../../../cloudfunctions/core/order/rules/relations';
import { nextDeadline } from '../../../cloudfunctions/core/order/rules/deadlines';
import type { OrderCommand } from '../../../cloudfunctions/core/order/rules/command';
import { decide } from '../../../cloudfunctions/core/order/rules/decide';
import { evolve } from '../../../cloudfunctions/core/order/rules/evolve';
import { buildOrder, type OrderDraft } from '../../../cloudfunctions/core/order/document/create-order';
import type { Order, Requester, StoredPhoto } from '../../../cloudfunctions/core/order/document/order';
import { awardPosting } from '../../../cloudfunctions/core/order/rules/award';
import type { Posting } from '../../../cloudfunctions/core/passbook/entry';
import type { Community } from '../../../cloudfunctions/core/place/community';
import { notificationsOf } from '../../../cloudfunctions/core/order/flow/notifications';
import { derivedId } from '../../../cloudfunctions/core/platform/ids';
import type { OrderCategory, VisitTime } from '../../../miniprogram/contracts/order';
import { placeOf, type PlaceNode } from '../places/tree';
import type { Delivery } from './inboxes';

/** An order as it is made; the same key makes the same order. */
export interface NewOrder {
  readonly community: Community;
  readonly at: Date;
  readonly node: PlaceNode;
  readonly category: OrderCategory;
  readonly words: string;
  readonly when: VisitTime;
  readonly requester: Requester;
  readonly source: 'card' | 'phone';
  /** Who enters it: the requester, or whoever took the call. */
  readonly by: OrderActor;
  readonly private?: boolean;
  readonly photos: readonly StoredPhoto[];
  /** What its id derives from. */
  readonly key: string;
}

/** Four digits out of an id. */
function codeOf(id: string, round: number): string {
  const sum = [...id].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 9973, round + 7);
  return String(sum % 10_000).padStart(4, '0');
}

/**
 * One order as it would have gone: every move is decided by the product's own rules, the clock makes its moves in
 * between, and nothing happens after `now`: later steps of a scenario are left out.
 */
export class OrderSimulation {
  order: Order;
  readonly postings: Posting[] = [];
  readonly deliveries: Delivery[] = [];

  constructor(
    newOrder: NewOrder,
    private readonly now: Date,
  ) {
    const { community, at, node, key, by, private: secret = false, ...rest } = newOrder;
    const _id = derivedId('o', community._id, key);
    const draft: OrderDraft = {
      ...rest,
      _id,
      private: secret,
      place: placeOf(node),
      finishCode: codeOf(_id, 0),
      by: { personId: by.personId, name: by.name, hat: by.hat },
      request: null,
    };
    this.order = buildOrder(draft, community, at);
  }

  /** The code that the requester tells at the door. */
  get finishCode(): string {
    return this.order.finishCode;
  }

  /** A new one, as after "not solved". */
  get nextCode(): string {
    return codeOf(this.order._id, this.order.reopened + 1);
  }

  /**
   * One move, unless it lies ahead or the order has ended.
   * @throws when the rules refuse it: the scenario is wrong then
   */
  perform(at: Date, actor: OrderActor, command: OrderCommand): this {
    if (at.getTime() > this.now.getTime()) return this;
    this.runDeadlines(at);
    if (this.order.status !== 'closed') this.move(at, actor, command);
    return this;
  }

  /** Lets every deadline up to now take effect. */
  finish(): Order {
    this.runDeadlines(this.now);
    return this.order;
  }

  private runDeadlines(until: Date): void {
    for (
      let next = nextDeadline(this.order);
      next !== null && next.at.getTime() <= until.getTime();
      next = nextDeadline(this.order)
    ) {
      this.move(next.at, null, { action: next.action });
    }
  }

  private move(at: Date, actor: OrderActor | null, command: OrderCommand): void {
    const decided = decide(this.order, command, {
      actor,
      at,
      version: actor === null ? null : this.order.version,
      request: null,
    });
    if (!decided.ok)
      throw new Error(`${command.action} at ${this.order.status} of ${this.order.number}: ${decided.code}`);
    const before = this.order;
    const moved = evolve(before, decided.data);
    const posting = command.action === 'confirm' ? awardPosting(moved, at) : null;
    if (posting !== null) this.postings.push(posting);
    this.order =
      posting === null ? moved : { ...moved, award: { points: posting.points, entryId: posting.postingKey } };
    for (const { personIds, content: news } of notificationsOf(before, this.order)) {
      const messageId = derivedId('m', before._id, String(before.revision), news.kind);
      for (const personId of personIds)
        this.deliveries.push({ personId, message: { ...news, messageId, at, read: false } });
    }
  }
}
