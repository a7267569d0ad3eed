import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { ValiError, summarize } from 'valibot';
import { readJson } from '../control/input';
import { bucketName, environmentId } from '../environment';
import type { CloudServices } from '../services';
import { isFields, messageOf, textOf, type Fields } from '../values';
import { ManagementError } from './error';
import { describePermission, modifyPermission } from './permissions';
import { createTable, describeTable, listTables, updateTable } from './tables';

type Action = (services: CloudServices, request: Fields) => Fields;

function describeEnvironment(request: Fields): Fields {
  const id = textOf(request['EnvId'], environmentId);
  const base = {
    EnvId: id,
    Alias: id,
    Status: 'NORMAL',
    Region: 'ap-shanghai',
    Databases: [{ InstanceId: 'local', Status: 'RUNNING', Region: 'ap-shanghai' }],
    Storages: [{ Bucket: bucketName, Region: 'ap-shanghai', AppId: '1250000000' }],
    Functions: [{ Namespace: id, Region: 'ap-shanghai' }],
    LogServices: [],
    StaticStorages: [],
  };
  return { EnvInfo: { EnvBaseInfo: base } };
}

/**
 * The management calls of @cloudbase/manager-node that a deployment makes; action names are in the header
 * `x-tc-action`.
 */
const actions: Readonly<Record<string, Action>> = {
  DescribeEnvInfo: (_, request) => describeEnvironment(request),
  CreateTable: (services, request) => createTable(services.database, request),
  UpdateTable: (services, request) => updateTable(services.database, request, services.options.manifest),
  DescribeTable: (services, request) => describeTable(services.database, request),
  ListTables: (services) => listTables(services.database),
  ModifyResourcePermission: (services, request) => modifyPermission(services.state, request),
  DescribeResourcePermission: (services, request) => describePermission(services.state, request),
};

function codeOf(error: unknown): { Code: string; Message: string } {
  if (error instanceof ManagementError) return { Code: error.code, Message: error.message };
  if (error instanceof ValiError) return { Code: 'InvalidParameter', Message: summarize(error.issues) };
  return { Code: 'FailedOperation', Message: messageOf(error) };
}

function run(services: CloudServices, action: string, request: Fields): Fields {
  const handler = actions[action];
  if (!handler)
    return { Error: { Code: 'InvalidAction', Message: `this cloud does not know the management call ${action}` } };
  try {
    return handler(services, request);
  } catch (error) {
    return { Error: codeOf(error) };
  }
}

/** `POST /tcb`, where `TCB_BASE_URL=<url>/tcb` sends the manager SDK. */
export function addManagement(app: Hono, services: CloudServices): void {
  app.post('/tcb', async (context) => {
    const body = await readJson(context);
    const reply = run(services, context.req.header('x-tc-action') ?? '', isFields(body) ? body : {});
    return context.json({ Response: { RequestId: randomUUID(), ...reply } });
  });
}
