import type { EndpointName } from '../../../miniprogram/contracts/api';
import type { Hat } from '../../../miniprogram/contracts/hat';
import type { Context } from '../platform/context';
import type { SignedIn } from './caller';

/** That somebody did something to a document: who, in which hat, when. Orders have their trail for it. */
export interface Act {
  readonly action: EndpointName;
  readonly personId: string;
  readonly name: string;
  readonly hat: Hat;
  readonly at: Date;
}

/** A document that tells who did what to it, the latest last; bounded, and absent from what was made before it did. */
export interface Acts {
  readonly acts?: readonly Act[];
}

/** Whoever acts: the caller, or whoever asked for work that is done later. */
interface Actor {
  readonly login: Pick<SignedIn['login'], 'personId' | 'name'>;
  readonly hat: Pick<SignedIn['hat'], 'hat'>;
}

const actsLimit = 60;

/** What was done to a document so far, with what the caller does now. */
export function withAct(
  { acts = [] }: Acts,
  { clock }: Pick<Context, 'clock'>,
  { login, hat }: Actor,
  action: EndpointName,
): { readonly acts: readonly Act[] } {
  const { personId, name } = login;
  return { acts: [...acts, { action, personId, name, hat: hat.hat, at: clock.now() }].slice(-actsLimit) };
}
