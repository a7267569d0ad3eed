import type { EndpointName } from '../../../miniprogram/contracts/api';
import type { Endpoint } from '../platform/endpoint';
import { refuse } from '../platform/result';
import type { Caller, SignedIn } from './caller';

/** An endpoint that visitors may call too. */
export function endpoint<Name extends EndpointName>(definition: Endpoint<Caller, Name>): Endpoint<Caller, Name> {
  return definition;
}

/** An endpoint for people with a login; the permission table says which of their hats. */
export function signedInEndpoint<Name extends EndpointName>(
  definition: Endpoint<SignedIn, Name>,
): Endpoint<Caller, Name> {
  const { run, ...rest } = definition;
  return {
    ...rest,
    run: async (context, actor, input) => (actor.login ? run(context, actor, input) : refuse('NOT_SIGNED_IN')),
  };
}
