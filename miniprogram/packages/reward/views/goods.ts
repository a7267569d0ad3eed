import type { GoodView, RewardsView, VoucherView } from '../../../contracts/reward';
import type { Choice } from '../../../text/choice';
import { pointsText } from '../../../text/passbook/points';
import {
  amountText,
  balanceLine,
  codeGroups,
  debtLine,
  monthLine,
  priceText,
  quantityChoices,
  redeemText,
  shortLine,
  stateName,
  stockLine,
  takeText,
  voucherLine,
  waitingLine,
} from '../text/rewards';

/** A thing as its card draws it; `buttons` by what may be done now. */
export interface GoodCard {
  readonly goodId: string;
  readonly name: string;
  readonly picture: string;
  readonly price: string;
  readonly line: string;
  readonly waiting: string;
  readonly short: string;
  readonly priceVersion: number;
  /** Quantities to choose from, with what each does; one alone is not asked. */
  readonly quantities: readonly Choice[];
  readonly redeemTexts: readonly string[];
  /** '' unless the reader is asked. */
  readonly take: string;
  readonly mayLeave: boolean;
  readonly mayWait: boolean;
}

export function goodCard(good: GoodView): GoodCard {
  const { goodId, name, picture, priceVersion, most, measure, waiting, mayWait } = good;
  const quantities = quantityChoices(most, measure);
  return {
    goodId,
    name,
    picture,
    priceVersion,
    price: priceText(good),
    line: stockLine(good),
    waiting: waitingLine(good),
    short: shortLine(good),
    quantities,
    redeemTexts: quantities.map((_, index) => redeemText(good, index + 1)),
    take: waiting?.state === 'offered' ? takeText(good, waiting.quantity) : '',
    mayLeave: waiting !== undefined,
    mayWait,
  };
}

/** A voucher as a list and its own page draw it. */
export interface VoucherCard {
  readonly redemptionId: string;
  readonly title: string;
  readonly picture: string;
  readonly line: string;
  readonly state: string;
  readonly isHeld: boolean;
  readonly code: readonly string[];
  readonly codeImage: string;
  readonly mayCancel: boolean;
}

export function voucherCard(voucher: VoucherView, nowMs: number): VoucherCard {
  const { redemptionId, picture, state, quantity, code, codeImage = '', mayCancel } = voucher;
  return {
    redemptionId,
    title: amountText(voucher, quantity),
    picture,
    line: voucherLine(voucher, nowMs),
    state: stateName(state),
    isHeld: state === 'held',
    code: codeGroups(code),
    codeImage,
    mayCancel,
  };
}

/** The first page of a courtyard head's points. */
export interface Rewards {
  readonly balance: string;
  readonly held: string;
  readonly debt: string;
  readonly month: string;
  readonly goods: readonly GoodCard[];
  readonly waiting: readonly VoucherCard[];
  readonly ended: readonly VoucherCard[];
}

export function rewards(view: RewardsView, nowMs: number): Rewards {
  const vouchers = view.vouchers.map((voucher) => voucherCard(voucher, nowMs));
  return {
    balance: pointsText(view.balance),
    held: balanceLine(view),
    debt: debtLine(view),
    month: monthLine(view),
    goods: view.goods.map(goodCard),
    waiting: vouchers.filter(({ isHeld }) => isHeld),
    ended: vouchers.filter(({ isHeld }) => !isHeld),
  };
}

export const noGood: GoodCard = {
  goodId: '',
  name: '',
  picture: 'other',
  price: '',
  line: '',
  waiting: '',
  short: '',
  priceVersion: 0,
  quantities: [],
  redeemTexts: [],
  take: '',
  mayLeave: false,
  mayWait: false,
};
