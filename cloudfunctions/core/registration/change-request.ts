import type { ChangeKind, ChangeState, ChangeView } from '../../../miniprogram/contracts/person';
import { bookkeeperHats, type Hat } from '../../../miniprogram/contracts/hat';
import { isUnder, type SignedIn } from '../access/caller';
import type { Outbox } from '../message/outbox';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';
import { maskedPhone } from '../person/phone';
import type { Person } from '../person/person';

/** Name and number of a person, as they are or as they are to be. */
export type ContactFields = Pick<Person, 'name' | 'phone' | 'phoneExtension' | 'phoneSource'>;

/** Who decided, and what they wrote about it. */
interface Decision {
  readonly personId: string;
  readonly name: string;
  readonly hat: Hat;
  readonly at: Date;
  readonly reason: string | null;
  readonly request: RequestRecord;
}

/**
 * What a person wants to be changed about who they are, until staff decide. `contact`: name or number; `hats`: a new
 * login asks for the hats of its person; `erasure`: their name and words are to be erased from all books. `_id` derives
 * from the call that asked.
 */
export interface ChangeRequest extends Outbox {
  readonly _id: string;
  readonly communityId: string;
  readonly kind: ChangeKind;
  readonly state: ChangeState;
  readonly personId: string;
  /** The WeChat user who asks. */
  readonly openid: string;
  /** Where the person lives; the community for who only works here. */
  readonly path: string;
  /** Every place from there up to the community, for whoever decides; for hats `hats@<community>` too. */
  readonly scopes: readonly string[];
  readonly at: Date;
  /** Sorts by time and is unique: `timeKey(at, _id)`. */
  readonly timeKey: string;
  readonly before: ContactFields;
  readonly wanted: Partial<ContactFields>;
  /** Kinds of hats that are asked for. */
  readonly hats: readonly Hat[];
  /** Who asks that words are erased, and why. */
  readonly erasure?: { readonly askedBy: Pick<Decision, 'personId' | 'name' | 'hat' | 'at'>; readonly reason: string };
  /** Approved, and not every line is known to be blank: a job sees to it. */
  readonly erasing?: true;
  readonly decision: Decision | null;
  readonly request: RequestRecord;
}

export const changeRequests = collection<ChangeRequest>('changeRequests');

/** Under which scope hats wait for the administrator, who decides on nothing else. */
export function hatsScope(communityId: string): string {
  return `hats@${communityId}`;
}

/**
 * Who confirms that somebody is who they are beside their number: another holder of the branch, or the administrator.
 */
export const confirmerHats = ['secretary', 'committee', 'administrator'] as const satisfies readonly Hat[];

/** Whether the hat in use decides on a change; that nobody decides on their own is asked beside it. */
export function mayDecide({ login, hat }: SignedIn, change: ChangeRequest): boolean {
  if (change.communityId !== login.communityId) return false;
  if (change.kind === 'erasure') return bookkeeperHats.some((one) => one === hat.hat);
  if (change.kind === 'hats') return confirmerHats.some((one) => one === hat.hat);
  return hat.hat !== 'administrator' && isUnder(change.path, hat.path);
}

/** Whose change it is, and who asked for it: another person decides. */
export function isPartyTo({ personId, erasure }: ChangeRequest, readerId: string): boolean {
  return [personId, erasure?.askedBy.personId].includes(readerId);
}

/** A change as whoever may see it sees it; numbers are masked, since the person is asked for the rest. */
export function changeView(change: ChangeRequest): ChangeView {
  const { _id, kind, state, at, before, wanted, hats, erasure, decision } = change;
  return {
    changeId: _id,
    kind,
    state,
    at: at.toISOString(),
    name: before.name,
    phone: maskedPhone(before.phone),
    ...(wanted.name !== undefined && { newName: wanted.name }),
    ...(wanted.phone !== undefined && { newPhone: maskedPhone(wanted.phone), proved: wanted.phoneSource === 'wechat' }),
    hats,
    ...(erasure && { why: erasure.reason }),
    ...(erasure && erasure.askedBy.personId !== change.personId && { askedBy: erasure.askedBy.name }),
    ...(decision && { decidedBy: decision.name }),
    ...(typeof decision?.reason === 'string' && { reason: decision.reason }),
  };
}
