import { appendFileSync } from 'node:fs';
import type { Clock } from '../clock/clock';
import { callVariables, withUserInfo, type Identity } from '../identity';
import type { Faults } from '../observe/faults';
import { recordOutput, type Invocation, type InvocationTrace, type Traces } from '../observe/trace';
import { messageOf } from '../values';
import { functionVersion, readFunction, readFunctions, type FunctionSpec } from './catalog';
import {
  type CallFailure,
  eventTooLarge,
  failed,
  notFound,
  refusedQuery,
  replyLost,
  timedOut,
  tooLarge,
} from './failure';
import type { InstanceHost, CallResult } from './instance';
import type { KeptInstances } from './kept-instances';
import { Pool } from './pool';

/** Names a file to which all that functions print is appended, for whoever looks through it afterwards. */
const outputVariable = 'LOCAL_CLOUD_OUTPUT';

export interface FunctionsOptions {
  readonly folder: string;
  readonly host: InstanceHost;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly traces: Traces;
  readonly instanceLimit: number;
  readonly keptInstances?: KeptInstances | undefined;
  /** Every line that functions print. */
  log(line: string): void;
}

/** A call on its way to a function. */
export interface Call {
  readonly name: string;
  readonly event: object;
  readonly identity: Identity;
  readonly parent?: Invocation | undefined;
  /** How faults name it, see faults.ts. */
  readonly label: string;
}

/** The gateway's limit; the 100 KB that WeChat names for a mini-program's call are for the phone to hold. */
export const eventLimitBytes = 6 * 1024 * 1024;
const resultLimitBytes = 1024 * 1024;

/** Runs the functions of a folder as the cloud would. */
export class Functions {
  private readonly pools = new Map<string, { pool: Pool; spec: FunctionSpec }>();

  constructor(private readonly options: FunctionsOptions) {}

  list(): FunctionSpec[] {
    return readFunctions(this.options.folder);
  }

  /** @returns undefined when there is no such function */
  spec(name: string): FunctionSpec | undefined {
    return readFunction(this.options.folder, name);
  }

  /** @returns the JSON text of what the function returned. @throws CallFailure */
  async call(call: Call): Promise<string> {
    const { faults } = this.options;
    const target = { label: call.label, openid: call.identity.openid, inside: call.parent?.trace.name };
    const fault = faults.take(['timeout-before', 'timeout-after', 'duplicate-delivery'], target);
    if (fault?.kind === 'timeout-before') throw replyLost(call.name);
    if (fault?.kind === 'duplicate-delivery') return this.callTwice(call, fault.together);
    const result = await this.callOnce(call);
    if (fault?.kind === 'timeout-after') throw replyLost(call.name);
    return result;
  }

  /** Makes the next call of this function, or of every function, start a new instance. */
  async coldStart(name?: string): Promise<void> {
    const all = [...this.pools.values()].filter(({ spec }) => name === undefined || spec.name === name);
    await Promise.all(all.map(({ pool }) => pool.retire()));
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map(({ pool }) => pool.close()));
  }

  private async callTwice(call: Call, together: boolean): Promise<string> {
    const first = this.callOnce(call);
    if (!together) await first.catch(() => undefined);
    const second = this.callOnce(call);
    const [settled] = await Promise.allSettled([first, second]);
    if (settled.status === 'rejected') throw settled.reason;
    return settled.value;
  }

  private async callOnce(call: Call): Promise<string> {
    const { pool, spec } = await this.pool(call.name);
    const event = JSON.stringify(withUserInfo(call.event, call.identity));
    if (Buffer.byteLength(event) > eventLimitBytes) throw eventTooLarge(eventLimitBytes);
    const { traces, clock } = this.options;
    const named = 'name' in call.event && typeof call.event.name === 'string' ? call.event.name : undefined;
    const invocation = traces.begin(call.name, call.identity, {
      at: clock.now().toISOString(),
      event: named,
      parent: call.parent?.trace.id,
    });
    const startedMs = performance.now();
    const environment = callVariables(call.identity, invocation.token);
    const message = {
      event,
      environment,
      requestId: invocation.trace.id,
      timeoutMs: spec.timeoutMs,
      memoryMb: spec.memoryMb,
    };
    const result = await pool.run(message, (text) => this.print(invocation.trace, text));
    invocation.ended = true;
    invocation.trace.ms = Math.round((performance.now() - startedMs) * 100) / 100;
    return this.resultOf(result, invocation.trace);
  }

  private resultOf(result: CallResult, trace: InvocationTrace): string {
    trace.coldStart = result.coldStart;
    const failure = this.failureIn(result, trace);
    if (failure) {
      trace.error = failure.message;
      throw failure;
    }
    const text = result.ok ? result.result : 'null';
    trace.bytes = Buffer.byteLength(text);
    return text;
  }

  private failureIn(result: CallResult, trace: InvocationTrace): CallFailure | undefined {
    if (trace.refusals.length > 0) return refusedQuery(trace.refusals);
    if (result.ok) return Buffer.byteLength(result.result) > resultLimitBytes ? tooLarge(resultLimitBytes) : undefined;
    if (result.stack !== undefined) this.print(trace, result.stack);
    return result.reason === 'timed-out' ? timedOut(result.message) : failed(result.message);
  }

  private print(trace: InvocationTrace, text: string): void {
    recordOutput(trace, text);
    const line = `${trace.at} ${trace.name} ${text.trimEnd()}`;
    this.options.log(line);
    const kept = process.env[outputVariable];
    if (kept) appendFileSync(kept, `${line}\n`);
  }

  /** The function's pool, renewed when its files changed since. @throws CallFailure */
  private async pool(name: string): Promise<{ pool: Pool; spec: FunctionSpec }> {
    const known = this.pools.get(name);
    if (known && known.spec.version === functionVersion(this.options.folder, name)) return known;
    const spec = this.readSpec(name);
    if (!spec) throw notFound(name);
    const { host, instanceLimit, keptInstances } = this.options;
    const pool = known?.pool ?? new Pool(spec, host, instanceLimit, keptInstances);
    if (known) await pool.retire(spec);
    const current = { pool, spec };
    this.pools.set(name, current);
    return current;
  }

  private readSpec(name: string): FunctionSpec | undefined {
    try {
      return this.spec(name);
    } catch (error) {
      throw failed(messageOf(error));
    }
  }
}
