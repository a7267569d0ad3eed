/**
 * One instance of a cloud function, alone in its thread: a private environment, one call at a time, module state that
 * stays between calls. It is compiled by functions/worker-code.ts, so that no loader of the host reaches it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { CallMessage, ClockMessage, InstanceMessage, RestMessage, WorkerSetup } from '../messages';
import { installClock } from './date';
import { functionRequire } from './modules';
import { setWorkingDirectory } from './working-directory';

type Callback = (error: unknown, result?: unknown) => void;
interface Main {
  run(event: unknown, context: object, callback: Callback): unknown;
  readonly takesCallback: boolean;
}

const setup: WorkerSetup = workerData;
const send = (message: InstanceMessage) => parentPort?.postMessage(message);
const callVariablePattern = /^(WX_|TCB_SOURCE$|TRIGGER_SRC$)/;
// once for the thread: a function that cannot be loaded is tried again by each call
const requireOwn = functionRequire(setup.folder, setup.fallbackFolder);
let main: Main | undefined;

function captureOutput(stream: 'stdout' | 'stderr'): void {
  process[stream].write = (chunk: Uint8Array | string, ...rest: unknown[]) => {
    send({ kind: 'output', stream, text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString() });
    const written = rest.at(-1);
    if (typeof written === 'function') process.nextTick(() => written());
    return true;
  };
}

function setCallVariables(variables: Record<string, string>): void {
  for (const name of Object.keys(process.env)) if (callVariablePattern.test(name)) delete process.env[name];
  Object.assign(process.env, variables);
}

function load(): Main {
  const loaded: unknown = requireOwn('./index.js');
  const found: unknown = typeof loaded === 'object' && loaded !== null && 'main' in loaded ? loaded.main : undefined;
  if (typeof found !== 'function') throw new Error('index.js exports no function main');
  return { run: (event, context, callback) => found(event, context, callback), takesCallback: found.length > 2 };
}

function contextOf(call: CallMessage): object {
  const startedMs = performance.now();
  return {
    callbackWaitsForEmptyEventLoop: true,
    request_id: call.requestId,
    function_name: setup.name,
    function_version: '$LATEST',
    namespace: process.env['SCF_NAMESPACE'],
    memory_limit_in_mb: call.memoryMb,
    time_limit_in_ms: call.timeoutMs,
    tencentcloud_region: process.env['TENCENTCLOUD_REGION'],
    environment: JSON.stringify(call.environment),
    getRemainingTimeInMillis: () => Math.max(0, call.timeoutMs - Math.round(performance.now() - startedMs)),
  };
}

/** A function answers with a value, a promise, or by the callback. */
function answer(loaded: Main, call: CallMessage): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const callback: Callback = (error, result) => (error ? reject(error) : resolve(result));
    const returned = loaded.run(JSON.parse(call.event), contextOf(call), callback);
    if (returned !== undefined || !loaded.takesCallback) resolve(returned);
  });
}

async function handle(call: CallMessage): Promise<void> {
  setCallVariables(call.environment);
  try {
    if (main === undefined) {
      main = load();
      send({ kind: 'loaded' });
    }
    const result = JSON.stringify(await answer(main, call));
    send({ kind: 'done', result: result ?? 'null' });
  } catch (error) {
    const known = error instanceof Error || (typeof error === 'object' && error !== null && 'message' in error);
    const message = known ? String(error.message) : String(error);
    send({ kind: 'failed', message, stack: error instanceof Error ? String(error.stack) : message });
  }
}

const follow = installClock(setup.clock);
captureOutput('stdout');
captureOutput('stderr');
setWorkingDirectory(setup.folder);
parentPort?.on('message', (message: CallMessage | ClockMessage | RestMessage) => {
  if ('clock' in message) follow(message.clock);
  else if ('rest' in message) setImmediate(() => setImmediate(() => send({ kind: 'rested' })));
  else void handle(message);
});
