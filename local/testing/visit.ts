import type { EndpointName } from '../../miniprogram/contracts/api';

/** A page of the mini-program, opened by somebody of the demo data whom it is made for. */
export interface Visit {
  /** Names the picture. */
  readonly name: string;
  readonly openid: string;
  /** Route with its query. */
  address(known: Known): string;
  /** A piece of what stands there when it is ready. */
  readonly says: string;
  /** The endpoint that it asks first; the intake asks for nothing. */
  readonly asks?: EndpointName;
}

/** Ids of the demo data that addresses of pages carry. */
export interface Known {
  /** Orders by where they stand. */
  readonly working: string;
  readonly completed: string;
  readonly closed: string;
  readonly dispatched: string;
  readonly waiting: string;
  /** Offered to a team, through its captain. */
  readonly team: string;
  /** Orders that wait for something with a day of its own: a seat, hours that were named, an answer, a head. */
  readonly together: string;
  readonly appointed: string;
  readonly asked: string;
  readonly vouching: string;
  readonly activity: string;
  readonly person: string;
  /** A member who has orders in hand. */
  readonly helper: string;
  /** A member who is enrolled. */
  readonly member: string;
  /** Of a courtyard head, not collected yet, and the digits of its code. */
  readonly voucher: string;
  readonly voucherCode: string;
  /** A member of a branch who is visited at home. */
  readonly visited: string;
  /** A household of a courtyard head's. */
  readonly household: string;
  /** A list that was looked at, and not written. */
  readonly list: string;
  /** Address of a card's page. */
  readonly card: string;
}

/** A visit in one line. */
export type Row = readonly [
  name: string,
  openid: string,
  address: string | ((known: Known) => string),
  says: string,
  asks?: EndpointName,
];

/** Addresses without ids: the pages alone. */
export const nothingKnown: Known = {
  ...{ working: '', completed: '', closed: '', dispatched: '', waiting: '', team: '', activity: '', person: '' },
  ...{ voucher: '', voucherCode: '', list: '', member: '', helper: '', household: '', visited: '' },
  ...{ together: '', appointed: '', asked: '', vouching: '' },
  card: '/packages/resident/card/card',
};
