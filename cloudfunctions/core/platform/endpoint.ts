import type { GenericSchema } from 'valibot';
import type { EndpointName, Input, Output } from '../../../miniprogram/contracts/api';
import type { Ahead } from './ahead';
import type { Context } from './context';
import type { Result } from './result';

/**
 * Where a write leaves its request, so that a repetition is recognised, and its id under other input refused
 * (docs/adr/0004-one-conditional-write.md). `read`: nothing is written. `order`: in the order, under a unique index.
 * `login`: in the caller's login, with the change itself. `document`: in what it writes, or in an id that was derived
 * from it, and the router notes it in the login.
 */
export type Idempotency = 'read' | 'order' | 'login' | 'document';

export type Identity = 'caller' | 'nobody';

export interface Endpoint<Actor, Name extends EndpointName> {
  readonly name: Name;
  readonly input: GenericSchema<unknown, Input<Name>>;
  /** `nobody`: the answer is the same for everyone, and the login is not read. */
  readonly identity: Identity | ((input: Input<Name>) => Identity);
  /** Person ids whose logins are fetched together with the caller's, in the same request. */
  companions?(input: Input<Name>): readonly string[];
  /** A document to read side by side with the login: the first `get` of it waits for nothing. */
  ahead?(input: Input<Name>): Ahead;
  readonly idempotency: Idempotency;
  run(context: Context, actor: Actor, input: Input<Name>): Promise<Result<Output<Name>>>;
}

/** Every endpoint of the contract, none more: a missing or misspelt one does not compile. */
export type Routes<Actor> = { readonly [Name in EndpointName]: Endpoint<Actor, Name> };
