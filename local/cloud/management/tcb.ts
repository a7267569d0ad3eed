import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { ValiError, summarize } from 'valibot';
import { BUCKET, ENVIRONMENT_ID } from '../environment';
import type { Parts } from '../services';
import { isFields, messageOf, parseJson, textOf, type Fields } from '../values';
import { ManagementError } from './error';
import { describePermission, modifyPermission } from './permissions';
import { createTable, describeTable, listTables, updateTable } from './tables';

type Action = (parts: Parts, request: Fields) => Fields;

function describeEnvironment(request: Fields): Fields {
  const id = textOf(request['EnvId'], ENVIRONMENT_ID);
  const base = {
    EnvId: id,
    Alias: id,
    Status: 'NORMAL',
    Region: 'ap-shanghai',
    Databases: [{ InstanceId: 'local', Status: 'RUNNING', Region: 'ap-shanghai' }],
    Storages: [{ Bucket: BUCKET, Region: 'ap-shanghai', AppId: '1250000000' }],
    Functions: [{ Namespace: id, Region: 'ap-shanghai' }],
    LogServices: [],
    StaticStorages: [],
  };
  return { EnvInfo: { EnvBaseInfo: base } };
}

/** The management calls of @cloudbase/manager-node that a deployment makes; action names are in the header `x-tc-action`. */
const ACTIONS: Readonly<Record<string, Action>> = {
  DescribeEnvInfo: (_, request) => describeEnvironment(request),
  CreateTable: (parts, request) => createTable(parts.database, request),
  UpdateTable: (parts, request) => updateTable(parts.database, request, parts.options.manifest),
  DescribeTable: (parts, request) => describeTable(parts.database, request),
  ListTables: (parts) => listTables(parts.database),
  ModifyResourcePermission: (parts, request) => modifyPermission(parts.state, request),
  DescribeResourcePermission: (parts, request) => describePermission(parts.state, request),
};

function codeOf(error: unknown): { Code: string; Message: string } {
  if (error instanceof ManagementError) return { Code: error.code, Message: error.message };
  if (error instanceof ValiError) return { Code: 'InvalidParameter', Message: summarize(error.issues) };
  return { Code: 'FailedOperation', Message: messageOf(error) };
}

function run(parts: Parts, action: string, request: Fields): Fields {
  const handler = ACTIONS[action];
  if (!handler)
    return { Error: { Code: 'InvalidAction', Message: `this cloud does not know the management call ${action}` } };
  try {
    return handler(parts, request);
  } catch (error) {
    return { Error: codeOf(error) };
  }
}

/** `POST /tcb`, where `TCB_BASE_URL=<url>/tcb` sends the manager SDK. */
export function addManagement(app: Hono, parts: Parts): void {
  app.post('/tcb', async (context) => {
    const body = parseJson((await context.req.text()) || '{}');
    const reply = run(parts, context.req.header('x-tc-action') ?? '', isFields(body) ? body : {});
    return context.json({ Response: { RequestId: randomUUID(), ...reply } });
  });
}
