import { done, refuse, type Result } from '../platform/result';
import type { EndpointName } from '../../../miniprogram/contracts/api';
import { memberHats } from '../../../miniprogram/contracts/hat';
import type { HatAssignment, Login } from './login';
import { branchIdOf } from '../place/branch';
import { scopeOf, scopeOfHat } from './permissions';
import type { Scope } from './permission-rows';

/** Somebody without a login: a card in hand, or not even that. */
export interface Visitor {
  readonly openid: string;
  readonly login?: never;
  readonly scope: Scope;
}

/** Who calls, in the hat in use, with the reach of that hat in the endpoint that they call. */
export interface SignedIn {
  readonly openid: string;
  readonly login: Login;
  readonly hat: HatAssignment;
  readonly scope: Scope;
  /** Logins of the people whom the endpoint names as related; who has none is missing. */
  readonly relatedLogins: readonly Login[];
}

export type Caller = Visitor | SignedIn;

/** The hat in use; a login whose hat was taken away falls back to the first that is left. */
export function hatInUse(login: Login): HatAssignment | undefined {
  return login.hats.find((hat) => hat.key === login.hatInUse) ?? login.hats[0];
}

/** The branch for which the hat in use acts, or to which it belongs: its own, else the community's first. */
export function branchOf({ login, hat }: SignedIn): string {
  return hat.branchId ?? branchIdOf(login.communityId);
}

/** The branch to which the person behind a login belongs, whatever hat they wear. */
export function branchOfLogin({ communityId, hats }: Pick<Login, 'communityId' | 'hats'>): string {
  const member = hats.find(({ hat }) => memberHats.some((one) => one === hat));
  return member?.branchId ?? branchIdOf(communityId);
}

/** What belongs to a branch of a community: a book, an activity, a line. */
export interface OfBranch {
  readonly communityId: string;
  readonly branchId: string;
}

/**
 * Whether the hat in use reaches what a branch keeps: its own branch's, or, with the scope of the community, that of
 * all its branches. What is somebody's own is theirs to check.
 */
export function reachesBranch(caller: SignedIn, target: OfBranch): boolean {
  if (caller.scope === 'community') return target.communityId === caller.login.communityId;
  return caller.scope !== 'none' && target.branchId === branchOf(caller);
}

/** The same as a condition on documents that carry both. */
export function whereReached(caller: SignedIn): { readonly communityId: string } | { readonly branchId: string } {
  return caller.scope === 'community' ? { communityId: caller.login.communityId } : { branchId: branchOf(caller) };
}

/** The permission check of every call. */
export function authorize(actor: Caller, endpoint: EndpointName): Result<Caller> {
  const scope = actor.login ? scopeOfHat(actor.hat, endpoint) : scopeOf('anonymous', endpoint);
  if (scope === 'none') return refuse(actor.login ? 'FORBIDDEN' : 'NOT_SIGNED_IN');
  return done({ ...actor, scope });
}

/** Whether the hat in use reaches a place in this endpoint. What is somebody's own is theirs to check. */
export function reaches(actor: SignedIn, target: { readonly communityId: string; readonly path: string }): boolean {
  if (actor.scope === 'none' || actor.scope === 'own' || target.communityId !== actor.login.communityId) return false;
  return isUnder(target.path, actor.hat.path);
}

/** Whether a place is the one at `top` or lies under it. */
export function isUnder(path: string, top: string): boolean {
  return path === top || path.startsWith(`${top}/`);
}
