import type { IncomingMessage, ServerResponse } from 'node:http';
import { CallFailure } from '../functions/failure';
import type { Functions } from '../functions/functions';
import { BodyTooLarge, readBody, sendJson } from '../http/body';
import type { Identity } from '../identity';
import type { Faults } from '../observe/faults';
import type { Invocation, Traces } from '../observe/trace';
import type { OpenApiGateway } from '../openapi/gateway';
import type { Storage } from '../storage/storage';
import { isFields, messageOf, parseJson, textOf, type Fields } from '../values';
import { handleDatabase, type DatabaseEndpoint } from './database-request';
import { readParts } from './multipart';
import { failure, success, type WireAnswer } from './reply';
import { handleStorageRequest } from './storage-request';

const bodyLimitBytes = 20 * 1024 * 1024;

export interface AdminServices {
  readonly databaseEndpoint: DatabaseEndpoint;
  readonly functions: Functions;
  readonly openapi: OpenApiGateway;
  readonly storage: Storage;
  readonly traces: Traces;
  readonly faults: Faults;
  log(line: string): void;
}

/** A call from inside a function carries on who called, and adds its step to the source. */
function nestedIdentity(parent: Invocation | undefined): Identity {
  if (!parent) return { origin: 'sdk', source: 'scf' };
  return { ...parent.identity, origin: 'function', source: `${parent.identity.source},scf` };
}

async function invokeFunction(
  services: AdminServices,
  request: Fields,
  parent: Invocation | undefined,
): Promise<WireAnswer> {
  const name = textOf(request['function_name']);
  parent?.trace.calls.push(`function ${name}`);
  const event = parseJson(textOf(request['request_data']) || '{}');
  const label = `function ${name} ${isFields(event) ? textOf(event['name']) : ''}`.trimEnd();
  try {
    const result = await services.functions.call({
      name,
      event: isFields(event) ? event : {},
      identity: nestedIdentity(parent),
      parent,
      label,
    });
    return success({ response_data: result });
  } catch (error) {
    if (error instanceof CallFailure) return failure(error.code, error.message);
    throw error;
  }
}

/** A promise that nobody awaited: the cloud may never run it. */
function recordLate(services: AdminServices, { trace }: Invocation, label: string): void {
  trace.late.push(label);
  services.log(
    `${trace.at} ${trace.name}: ${label} came after the function had answered; ` +
      'the cloud may freeze the function before',
  );
}

async function dispatch(services: AdminServices, request: Fields): Promise<WireAnswer> {
  const action = textOf(request['action']);
  const invocation = services.traces.find(textOf(request['wxCloudApiToken']));
  if (invocation?.ended) recordLate(services, invocation, `${action} ${textOf(request['collectionName'])}`.trimEnd());
  if (action.startsWith('database.')) return handleDatabase(services.databaseEndpoint, request, invocation);
  if (action === 'functions.invokeFunction') return invokeFunction(services, request, invocation);
  if (action.startsWith('storage.')) {
    invocation?.trace.calls.push(action);
    const fault = services.faults.take(['timeout-before', 'timeout-after'], {
      label: action,
      inside: invocation?.trace.name,
      openid: invocation?.identity.openid,
    });
    const lost = failure('SERVER_TIMEOUT', `${action}: no reply within the limit; it may have run`);
    if (fault?.kind === 'timeout-before') return lost;
    const answer = handleStorageRequest(services.storage, request);
    if (answer) return fault ? lost : answer;
  }
  services.log(`unknown action ${action}`);
  return failure('INVALID_PARAM', `this cloud does not know the action ${action}`);
}

async function handleOpenApi(
  services: AdminServices,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = await readParts(request);
  const textPart = (name: string) => form.get(name)?.toString('utf8') ?? '';
  const action = textPart('action');
  if (action !== 'wx.openApi')
    return sendJson(
      response,
      failure('INVALID_PARAM', `this cloud does not know the action ${action} (${textPart('apiName')})`),
    );
  const invocation = services.traces.find(textPart('wxCloudApiToken'));
  const inside = invocation?.trace.name;
  const reply = await services.openapi.handle(textPart('apiName'), form.get('requestData') ?? Buffer.alloc(0), {
    inside,
    openid: invocation?.identity.openid,
    permitted: inside === undefined ? undefined : services.functions.spec(inside)?.openapi,
    recordCall: (call) => invocation?.trace.calls.push(call),
  });
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': reply.length });
  response.end(reply);
}

/** `POST /admin`: everything that wx-server-sdk asks of the cloud. */
export async function handleAdmin(
  services: AdminServices,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (request.headers['content-type']?.startsWith('multipart/'))
      return await handleOpenApi(services, request, response);
    const body = parseJson((await readBody(request, bodyLimitBytes)).toString('utf8'));
    sendJson(
      response,
      isFields(body) ? await dispatch(services, body) : failure('INVALID_PARAM', 'the body is no object'),
    );
  } catch (error) {
    if (!(error instanceof BodyTooLarge) && !(error instanceof SyntaxError))
      services.log(`/admin: ${messageOf(error)}`);
    sendJson(
      response,
      failure(
        error instanceof BodyTooLarge || error instanceof SyntaxError ? 'INVALID_PARAM' : 'SYS_ERR',
        messageOf(error),
      ),
    );
  }
}
