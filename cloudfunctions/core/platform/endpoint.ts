import type { GenericSchema } from 'valibot';
import type { EndpointName, Input, Output } from '../../../miniprogram/contracts/api';
import type { Context } from './context';
import type { Result } from './result';

/**
 * How a repeated request is recognised. `read`: nothing is written. `document`: what the endpoint writes carries the
 * requestId, or is found again under an id that was derived from it. `requests`: the router keeps the reply in `requests`
 * (two more writes); the endpoint's effect must then bear running twice, in case the first run's reply was never kept.
 */
export type Idempotency = 'read' | 'document' | 'requests';

export interface Endpoint<Actor, Name extends EndpointName> {
  readonly name: Name;
  readonly input: GenericSchema<unknown, Input<Name>>;
  /** `nobody`: the answer is the same for everyone, and the login is not read. */
  readonly identity: 'caller' | 'nobody';
  /** Person ids whose logins are fetched together with the caller's, in the same request. */
  companions?(input: Input<Name>): readonly string[];
  readonly idempotency: Idempotency;
  run(context: Context, actor: Actor, input: Input<Name>): Promise<Result<Output<Name>>>;
}

/** Every endpoint of the contract, none more: a missing or misspelt one does not compile. */
export type Routes<Actor> = { readonly [Name in EndpointName]: Endpoint<Actor, Name> };
