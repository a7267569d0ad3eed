import { randomUUID } from 'node:crypto';
import type { OperationTrace } from '../database';
import type { Identity } from '../identity';

/** One invocation of a function, and what it did. Sizes are bytes, durations milliseconds. */
export interface InvocationTrace {
  readonly id: string;
  readonly name: string;
  /** `event.name`, where the event has one (the endpoint of a router). */
  readonly event?: string;
  readonly openid?: string;
  readonly source: string;
  /** The invocation that called this one. */
  readonly parent?: string;
  /** The cloud's clock when it began, ISO 8601. */
  readonly at: string;
  ms: number;
  coldStart: boolean;
  reads: number;
  writes: number;
  examined: number;
  returned: number;
  /** Size of the reply. */
  bytes: number;
  readonly operations: OperationTrace[];
  /** Other services that it used, e.g. `openapi subscribeMessage.send`. */
  readonly calls: string[];
  /** Queries that strict mode refused. */
  readonly refusals: string[];
  readonly logs: string[];
  /** What it asked for when it had already answered; the cloud would have frozen it by then. */
  readonly late: string[];
  error?: string;
}

/** An invocation while it runs, and for a while after. The SDK echoes its token with every request. */
export interface Invocation {
  readonly token: string;
  readonly identity: Identity;
  readonly trace: InvocationTrace;
  ended: boolean;
}

const maxTraces = 1000;
const maxLogLines = 200;

export class Traces {
  private readonly byToken = new Map<string, Invocation>();

  begin(
    name: string,
    identity: Identity,
    about: { at: string; event?: string | undefined; parent?: string | undefined },
  ): Invocation {
    const token = randomUUID();
    const trace: InvocationTrace = {
      id: randomUUID(),
      name,
      ...(about.event !== undefined && { event: about.event }),
      ...(identity.openid !== undefined && { openid: identity.openid }),
      source: identity.source,
      ...(about.parent !== undefined && { parent: about.parent }),
      ...{ at: about.at, ms: 0, coldStart: false, reads: 0, writes: 0, examined: 0, returned: 0, bytes: 0 },
      ...{ operations: [], calls: [], refusals: [], logs: [], late: [] },
    };
    const invocation = { token, identity, trace, ended: false };
    this.byToken.set(token, invocation);
    for (const oldest of this.byToken.keys()) {
      if (this.byToken.size <= maxTraces) break;
      this.byToken.delete(oldest);
    }
    return invocation;
  }

  find(token: string): Invocation | undefined {
    return this.byToken.get(token);
  }

  /** The last invocations, the oldest first. */
  last(count: number): InvocationTrace[] {
    if (count <= 0) return [];
    return [...this.byToken.values()].slice(-count).map((invocation) => invocation.trace);
  }

  clear(): void {
    this.byToken.clear();
  }
}

export function recordOperation(trace: InvocationTrace, operation: OperationTrace): void {
  trace.operations.push(operation);
  trace.reads += operation.reads;
  trace.writes += operation.writes;
  trace.examined += operation.examined;
  trace.returned += operation.returned;
}

export function recordOutput(trace: InvocationTrace, text: string): void {
  const lines = text.split('\n').filter((line) => line !== '');
  trace.logs.push(...lines.slice(0, Math.max(0, maxLogLines - trace.logs.length)));
}
