import type { MessageKind, MessageTemplate } from '../../../miniprogram/contracts/message';

/** The same content, said to some of its readers as news of another kind. */
export interface OtherKind {
  readonly kind: MessageKind;
  readonly personIds: readonly string[];
}

/** One message of the in-app inbox. It holds what its sentence needs and nothing that the person may not see. */
export interface InboxMessage {
  readonly messageId: string;
  readonly kind: MessageKind;
  /** Readers whom it tells another kind of news, so that one write reaches all of them; never shown. */
  readonly otherKinds?: readonly OtherKind[];
  readonly at: Date;
  readonly read: boolean;
  readonly orderId?: string;
  /** The order's first words, or an activity's title. */
  readonly title?: string;
  /** Who did it. */
  readonly name?: string;
  readonly points?: number;
  readonly until?: Date;
  /** A line's number in its book, and the day that it is about: `2026-11-28`. */
  readonly sequence?: number;
  readonly day?: string;
  /** It is about an emergency: it rings at once, however many did before. */
  readonly urgent?: true;
}

/** As what a message is told to one of its readers. */
export function kindFor(
  { kind, otherKinds = [] }: { readonly kind: MessageKind; readonly otherKinds?: readonly OtherKind[] | undefined },
  personId: string,
): MessageKind {
  return otherKinds.find(({ personIds }) => personIds.includes(personId))?.kind ?? kind;
}

/** How many messages an inbox keeps; older ones fall out, the orders that they speak of stay. */
export const inboxLimit = 60;

/** How many subscription messages of each template a person still granted. */
export interface Credits {
  readonly orderNews: number;
  readonly offerNews: number;
  readonly deadlineNews: number;
}

/** One grant of a long-term template allows any number of messages: our ledger never comes to its end. */
export const longTermCredits = 1_000_000;

export const noCredits: Credits = { orderNews: 0, offerNews: 0, deadlineNews: 0 };

/** Where each template's credits stand: the database takes no `-` in a field's name. */
export const creditOf = {
  'order-news': 'orderNews',
  'offer-news': 'offerNews',
  'deadline-news': 'deadlineNews',
} as const satisfies Record<MessageTemplate, keyof Credits>;
