import { branchIdOf } from '../../place/branch';

/**
 * The accounts that points move between, one set for each unit. `issuer`: where points come from and go back to, one
 * for a branch. `person`: what somebody may spend. `hold`: what a redemption under way keeps of somebody's.
 * `expired`: what ran out, one for a branch. A community's first branch
 * keeps the community's own id there, which its lines had before there were others.
 */
export const accountKinds = ['person', 'issuer', 'hold', 'expired'] as const;
export type AccountKind = (typeof accountKinds)[number];

/** An account: its kind, and the id of the person or community that it belongs to. */
export type Account = `${AccountKind}:${string}`;

/** One way that points go: out of the first account, into the second. */
export interface Transfer {
  readonly from: AccountKind;
  readonly to: AccountKind;
  /** Whole points above zero. */
  readonly amount: number;
}

/** Whom an entry's accounts belong to. */
interface Owners {
  readonly communityId: string;
  readonly personId: string;
  readonly branchId?: string;
}

/**
 * The account of a kind in one person's book. The issuer's balance is the negative sum of all others of the unit, so it
 * is derived, never written.
 */
export function accountOf(kind: AccountKind, { communityId, personId, branchId }: Owners): Account {
  if (kind === 'person' || kind === 'hold') return `${kind}:${personId}`;
  const isFirst = branchId === undefined || branchId === branchIdOf(communityId);
  return `${kind}:${isFirst ? communityId : branchId}`;
}

/**
 * Awards and deductions, with the way back of each; points held for a redemption, given back or paid; points that ran
 * out, and the undo of it.
 */
const allowedTransfers: ReadonlySet<`${AccountKind} ${AccountKind}`> = new Set([
  'issuer person',
  'person issuer',
  'person hold',
  'hold person',
  'hold issuer',
  'person expired',
  'expired person',
]);

/** What a transfer does to one account. */
export function effectOn(kind: AccountKind, { from, to, amount }: Transfer): number {
  return (to === kind ? amount : 0) - (from === kind ? amount : 0);
}

/** Signed points as a transfer between the issuer and the person. */
export function transferOf(points: number): Transfer {
  return points > 0
    ? { from: 'issuer', to: 'person', amount: points }
    : { from: 'person', to: 'issuer', amount: -points };
}

/**
 * Why points may not go this way; null where they may. A balance may fall below zero by a deduction alone: nobody holds
 * or loses by time what is not there.
 */
export function transferFault(
  before: { readonly balance: number; readonly held: number },
  transfer: Transfer,
): 'amount' | 'accounts' | 'funds' | null {
  const { from, to, amount } = transfer;
  if (!Number.isSafeInteger(amount) || amount <= 0) return 'amount';
  if (!allowedTransfers.has(`${from} ${to}`)) return 'accounts';
  if (from === 'hold' && before.held < amount) return 'funds';
  if (from === 'person' && to !== 'issuer' && before.balance < amount) return 'funds';
  return null;
}

/** The kind of a stored account; undefined where it names none. */
export function kindOf(account: string): AccountKind | undefined {
  return accountKinds.find((kind) => account.startsWith(`${kind}:`));
}
