import type { Reply } from '../../../miniprogram/contracts/error';
import type { EndpointName } from '../../../miniprogram/contracts/api';
import { withClaim } from './claim';
import { nothingFound, type Found, type LookUp } from './look-up';
import { lookUpsOf, namedLookUp, withPrefetched, type Prefetch } from './prefetch';
import { refusalOfContract } from './contract';
import { withBatches, type BatchBase } from './batch';
import type { Context, Services } from './context';
import type { Idempotency, Identity, LookUpCall, Routes } from './endpoint';
import { DuplicateValue } from './database';
import { errorFields } from './log';
import { replayOf, requestRecord, type RequestRecord } from './request';
import { refuse, type Refusal, type Result } from './result';
import { validate, type v } from './validation';

/** What is to be found in the same request as the caller. */
export interface Wanted {
  readonly relatedPersonIds: readonly string[];
  readonly lookUps: readonly LookUp[];
}

/** Who calls, and what was found with them; absent where nothing was looked up. */
export interface Identified<Actor> {
  readonly caller: Actor;
  readonly found?: Found;
}

/** What the nouns give the router: who calls, what they may, and what they wrote before. */
export interface Gate<Actor> {
  identify(context: Context, identity: 'caller' | 'nobody', wanted: Wanted): Promise<Identified<Actor>>;
  authorize(actor: Actor, endpoint: EndpointName): Result<Actor>;
  /** The caller's last writes, as far as they are noted with the caller. */
  recentRequests(actor: Actor): readonly RequestRecord[];
  /** A document of the caller that surely stands; undefined for somebody who has none. */
  baseOf?(actor: Actor): BatchBase | undefined;
}

/** An endpoint whose input was not yet told apart by its schema. */
interface AnyEndpoint<Actor> {
  readonly name: EndpointName;
  readonly input: v.GenericSchema;
  readonly identity: Identity | ((input: unknown) => Identity);
  readonly idempotency: Idempotency;
  relatedPersonIds?(input: unknown): readonly string[];
  prefetch?(input: unknown): Prefetch;
  lookUps?(input: unknown, call: LookUpCall): readonly LookUp[];
  run(context: Context, actor: Actor, input: unknown): Promise<Result<unknown>>;
}

/** The documents of one kind, which remember the requests that wrote them under a unique index, that hold this one. */
export type KnowsRequest = (request: RequestRecord) => LookUp;

/**
 * Takes a request's id for this call and input, under the unique index of the documents that remember theirs, so that
 * of two calls of one moment one is refused.
 * @returns false where the id came with other input before, or such a document holds it
 * @throws DuplicateValue for the latter, too
 */
export type ClaimRequest = (context: Pick<Context, 'database' | 'request' | 'openid'>) => Promise<boolean>;

interface RouterOptions<Actor> {
  readonly routes: Partial<Routes<Actor>>;
  readonly gate: Gate<Actor>;
  /** One for every kind of document that endpoints with `inDocument` write. */
  readonly knowsRequest: readonly KnowsRequest[];
  readonly claimRequest: ClaimRequest;
  readonly services: Services;
}

/** Answers one event of a user: `openid` comes from the cloud, never from the event. Never throws. */
export function createRouter<Actor>(
  parts: RouterOptions<Actor>,
): (event: unknown, openid: string | undefined) => Promise<Reply<unknown>> {
  return async (event, openid) => {
    const call = readEvent(event);
    const requestId = call.requestId ?? `call-${parts.services.ids.token(16)}`;
    const result = await safely(parts.services, call.name, requestId, () => answer(parts, call, requestId, openid));
    return result.ok ? result : { ...result, requestId };
  };
}

interface Call {
  readonly name: unknown;
  readonly input: unknown;
  readonly contract: unknown;
  readonly requestId?: string;
}

/**
 * Takes `name`, `input` and `contract` and nothing else: the cloud adds fields of its own, and a forged identity among
 * them is never read.
 */
function readEvent(event: unknown): Call {
  const fields = new Map(typeof event === 'object' && event !== null ? Object.entries(event) : []);
  const input: unknown = fields.get('input');
  const requestId: unknown =
    typeof input === 'object' && input !== null
      ? Object.getOwnPropertyDescriptor(input, 'requestId')?.value
      : undefined;
  const named = { name: fields.get('name'), input, contract: fields.get('contract') };
  return typeof requestId === 'string' && /^[\w-]{8,64}$/.test(requestId) ? { ...named, requestId } : named;
}

async function answer<Actor>(
  parts: RouterOptions<Actor>,
  call: Call,
  requestId: string,
  openid: string | undefined,
): Promise<Result<unknown>> {
  const unserved = refusalOfContract(call.contract);
  if (unserved) return unserved;
  const endpoint = findEndpoint(parts.routes, call.name);
  if (!endpoint) return refuse('INVALID_INPUT', 'name');
  const valid = validate(endpoint.input, call.input);
  if (!valid.ok) return valid;
  if (openid === undefined || openid === '') return refuse('NOT_SIGNED_IN');
  const input = valid.data;
  const bare: Context = {
    ...parts.services,
    requestId,
    openid,
    request: requestRecord({ openid, requestId, endpoint: endpoint.name, input }),
  };
  const { caller, isKnown, context } = await readCall(parts, endpoint, bare, input);
  const authorized = parts.gate.authorize(caller, endpoint.name);
  if (!authorized.ok) return authorized;
  if (endpoint.idempotency === 'read') return endpoint.run(context, authorized.data, input);
  const replay = isKnown
    ? refuse('REQUEST_REUSED', 'requestId')
    : replayOf(parts.gate.recentRequests(caller), context.request, () => undefined);
  if (replay?.ok === false) return replay;
  return endpoint.run(
    endpoint.idempotency === 'claimed' ? claiming(parts.claimRequest, context) : context,
    authorized.data,
    input,
  );
}

/** What a call needs before its endpoint runs, in one request: its caller, its request's id, what it names. */
async function readCall<Actor>(
  parts: RouterOptions<Actor>,
  endpoint: AnyEndpoint<Actor>,
  bare: Context,
  input: unknown,
): Promise<{ caller: Actor; isKnown: boolean; context: Context }> {
  const prefetch = endpoint.prefetch?.(input);
  const known = endpoint.idempotency === 'inCaller' ? parts.knowsRequest.map((knows) => knows(bare.request)) : [];
  const { caller, found = nothingFound } = await parts.gate.identify(
    bare,
    typeof endpoint.identity === 'function' ? endpoint.identity(input) : endpoint.identity,
    {
      relatedPersonIds: endpoint.relatedPersonIds?.(input) ?? [],
      lookUps: [...(prefetch ? lookUpsOf(prefetch) : []), ...known, ...(endpoint.lookUps?.(input, bare) ?? [])],
    },
  );
  const isKnown = known.some((lookUp) => (found.documents(lookUp) ?? []).length > 0);
  const named = prefetch && found.documents({ name: namedLookUp, of: prefetch.from });
  const base = parts.gate.baseOf?.(caller);
  const batched = base ? withBatches(bare.database, base) : bare.database;
  const database = prefetch && named ? withPrefetched(batched, prefetch, named[0]) : batched;
  return { caller, isKnown, context: { ...bare, database, found } };
}

/** The context of a call whose first write claims its id. */
function claiming(claimRequest: ClaimRequest, context: Context): Context {
  const claim = async (): Promise<void> => {
    if (!(await claimRequest(context))) throw new DuplicateValue();
  };
  return { ...context, database: withClaim(context.database, claim) };
}

function findEndpoint<Actor>(routes: Partial<Routes<Actor>>, name: unknown): AnyEndpoint<Actor> | undefined {
  if (typeof name !== 'string' || !Object.hasOwn(routes, name)) return undefined;
  return routes[name as EndpointName] as unknown as AnyEndpoint<Actor>;
}

/**
 * The one place where the unexpected ends: logged once, without anything of the input, and answered with `INTERNAL`.
 */
async function safely(
  services: Services,
  name: unknown,
  requestId: string,
  run: () => Promise<Result<unknown>>,
): Promise<Result<unknown> | Refusal> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof DuplicateValue) return refuse('REQUEST_REUSED', 'requestId');
    services.log.line('error', { event: 'unexpected', endpoint: endpointName(name), requestId, ...errorFields(error) });
    return refuse('INTERNAL');
  }
}

/** Only what looks like an endpoint's name goes into a log line. */
function endpointName(name: unknown): string {
  return typeof name === 'string' && /^[a-z]+\.[a-z]+$/i.test(name) && name.length <= 40 ? name : 'unknown';
}
