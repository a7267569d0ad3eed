import type { OrderActor } from '../../../cloudfunctions/core/order/rules/relations';
import { nextDeadline } from '../../../cloudfunctions/core/order/rules/deadlines';
import type { OrderCommand } from '../../../cloudfunctions/core/order/rules/command';
import { decide } from '../../../cloudfunctions/core/order/rules/decide';
import { evolve } from '../../../cloudfunctions/core/order/rules/evolve';
import { buildOrder, type OrderDraft } from '../../../cloudfunctions/core/order/document/create-order';
import type { BesideMoves } from '../../../cloudfunctions/core/order/document/beside';
import { withIndexFields } from '../../../cloudfunctions/core/order/document/index-fields';
import { owedAfter } from '../../../cloudfunctions/core/order/rules/owed-news';
import { lineBetween } from '../../../cloudfunctions/core/order/rules/trail';
import type { MessageKind } from '../../../miniprogram/contracts/message';
import type {
  CourtyardHead,
  Order,
  Requester,
  StoredPhoto,
  TrailLine,
} from '../../../cloudfunctions/core/order/document/order';
import { awardCase, decideAward } from '../../../cloudfunctions/core/order/rules/award';
import { vouchingCase } from '../../../cloudfunctions/core/order/rules/vouching';
import { decideHeadAward, headPairCase } from '../../../cloudfunctions/core/reward/rules/head-award';
import { tracesOf } from '../../../cloudfunctions/core/person/kinship';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Posting } from '../../../cloudfunctions/core/passbook/entry';
import type { Community } from '../../../cloudfunctions/core/place/community';
import { notificationsOf } from '../../../cloudfunctions/core/order/flow/notifications';
import { derivedId } from '../../../cloudfunctions/core/platform/ids';
import type { VisitTime } from '../../../miniprogram/contracts/order';
import type { DefaultCategory } from '../../../miniprogram/contracts/category';
import { placeOf, type PlaceNode } from '../places/tree';
import type { Delivery } from './inboxes';
import type { PairCounts } from './pair-counts';

/** An order as it is made; the same key makes the same order. */
export interface NewOrder {
  readonly community: Community;
  readonly at: Date;
  readonly node: PlaceNode;
  readonly category: DefaultCategory;
  readonly words: string;
  readonly when: VisitTime;
  readonly requester: Requester;
  readonly source: 'card' | 'phone';
  /** Who enters it: the requester, or whoever took the call. */
  readonly by: OrderActor;
  readonly private?: boolean;
  /** Who vouches for it first; absent for nobody. */
  readonly head?: CourtyardHead;
  readonly photos: readonly StoredPhoto[];
  /** What its id derives from. */
  readonly key: string;
}

/** What an order meets while it runs: the present, the pairs' counts, and who lives where. */
export interface OrderSurroundings {
  readonly now: Date;
  readonly pairs: PairCounts;
  personOf(personId: string): Pick<Person, 'phone' | 'home'> | undefined;
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
    private readonly surroundings: OrderSurroundings,
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
    if (at.getTime() > this.surroundings.now.getTime()) return this;
    this.runDeadlines(at);
    if (this.order.status !== 'closed') this.move(at, actor, command);
    return this;
  }

  /** Lets every deadline up to now take effect. */
  finish(): Order {
    this.runDeadlines(this.surroundings.now);
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
    this.order = command.action === 'confirm' ? this.awardHead(this.award(moved, at), at) : moved;
    const told = notificationsOf(before, this.order);
    const kindsFor = (personId: string) =>
      told.filter(({ personIds }) => personIds.includes(personId)).map(({ content }) => content.kind);
    this.order = withIndexFields({ ...this.order, ...this.owedSoon(lineBetween(before, this.order), kindsFor) });
    for (const { personIds, content: news } of told) {
      const messageId = derivedId('m', before._id, String(before.revision), news.kind);
      for (const personId of personIds)
        this.deliveries.push({ personId, message: { ...news, messageId, at, read: false } });
    }
  }

  /** What is still to be told on the telephone: what is older than two days was told meanwhile. */
  private owedSoon(line: TrailLine | undefined, kindsFor: (personId: string) => readonly MessageKind[]): BesideMoves {
    const isRecent = line !== undefined && this.surroundings.now.getTime() - line.at.getTime() < 48 * 3_600_000;
    return isRecent ? owedAfter(this.order, line, kindsFor) : {};
  }

  /** What the confirmation moves, and what counts against the pair's cap. */
  private award(order: Order, at: Date): Order {
    const { pairs, personOf } = this.surroundings;
    const { requester, assignee } = order;
    const pairCase = awardCase(order, at);
    if (pairCase === null || assignee === null) return order;
    const facts = {
      requester: tracesOf(requester.personId, personOf(requester.personId), {
        phones: [requester.phone],
        places: [order.place],
      }),
      assignee: tracesOf(assignee.personId, personOf(assignee.personId), { phones: [assignee.phone] }),
      isUnderCap: pairs.isUnderCap(pairCase),
    };
    const decision = decideAward(order, facts, at);
    if (decision === null) return order;
    const isCapped = 'refused' in decision.award && decision.award.refused === 'pairCap';
    if (decision.posting !== null) this.postings.push(decision.posting);
    if (decision.posting !== null || isCapped) pairs.add(pairCase, !isCapped);
    return { ...order, award: decision.award };
  }

  /** What the confirmation moves to the courtyard head who vouched for it. */
  private awardHead(order: Order, at: Date): Order {
    const { pairs, personOf } = this.surroundings;
    const { requester } = order;
    const one = vouchingCase(order, at);
    if (one === null) return order;
    const pairCase = headPairCase(one);
    const decision = decideHeadAward(one, {
      head: tracesOf(one.head.personId, personOf(one.head.personId), { phones: [] }),
      confirmer: tracesOf(requester.personId, personOf(requester.personId), {
        phones: [requester.phone],
        places: [order.place],
      }),
      isConfirmerKnown: requester.verified || order.rating?.via === 'call',
      isUnderCap: pairs.isUnderCap(pairCase),
    });
    if (decision === null) return order;
    const { posting, refused } = decision;
    if (posting !== null) this.postings.push(posting);
    if (posting !== null || refused === 'pairCap') pairs.add(pairCase, posting !== null);
    const award = posting === null ? { refused } : { points: posting.points, entryId: posting.postingKey };
    return { ...order, vouching: { ...one.head, award } };
  }
}
