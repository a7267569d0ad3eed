import type { GenericSchema } from 'valibot';
import type { EndpointName, Input, Output } from '../../../miniprogram/contracts/api';
import type { LookUp } from './look-up';
import type { Prefetch } from './prefetch';
import type { Context } from './context';
import type { Result } from './result';

/**
 * Where a write leaves its request, so that a repetition is recognised, and its id under other input refused
 * (docs/adr/0025-one-request-one-write.md). `read`: nothing is written. `inDocument`: in what it writes, under a unique
 * index. `inCaller`: in what is stored of the caller, with the change itself. `claimed`: in what it writes, or in an id
 * that was derived from it, and the router claims it under the same unique index before the first write.
 */
export type Idempotency = 'read' | 'inDocument' | 'inCaller' | 'claimed';

export type Identity = 'caller' | 'nobody';

export interface Endpoint<Actor, Name extends EndpointName> {
  readonly name: Name;
  readonly input: GenericSchema<unknown, Input<Name>>;
  /** `nobody`: the answer is the same for everyone, and who calls is not looked up. */
  readonly identity: Identity | ((input: Input<Name>) => Identity);
  /** Ids of people who are looked up together with the caller, in the same request. */
  relatedPersonIds?(input: Input<Name>): readonly string[];
  /** A document to read in one request with the caller: the first `get` of it costs nothing. */
  prefetch?(input: Input<Name>): Prefetch;
  /** What else is found in that request; fields of the caller's login are named as they are. */
  lookUps?(input: Input<Name>, call: LookUpCall): readonly LookUp[];
  readonly idempotency: Idempotency;
  run(context: Context, actor: Actor, input: Input<Name>): Promise<Result<Output<Name>>>;
}

/** What is known of a call before its caller is. */
export type LookUpCall = Pick<Context, 'openid' | 'request' | 'clock'>;

/** Every endpoint of the contract, none more: a missing or misspelt one does not compile. */
export type Routes<Actor> = { readonly [Name in EndpointName]: Endpoint<Actor, Name> };
