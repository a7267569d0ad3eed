/** What passes between the cloud and an instance (a worker thread that holds one function). */

export interface WorkerSetup {
  readonly folder: string;
  readonly name: string;
  /** Shared offset of the cloud's clock, see clock/clock.ts. */
  readonly clock: SharedArrayBuffer;
  /** Where `wx-server-sdk` is found for a function without node_modules of its own. */
  readonly fallbackFolder: string;
}

export interface CallMessage {
  /** JSON text. */
  readonly event: string;
  /** `WX_*` and `TCB_*` variables of this call; undefined values are removed. */
  readonly environment: Record<string, string>;
  readonly requestId: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
}

/** Another cloud's clock, which the instance follows from then on. */
export interface ClockMessage {
  readonly clock: SharedArrayBuffer;
}

/** Its cloud has ended: the instance answers when it has seen that its connections are closed. */
export interface RestMessage {
  readonly rest: true;
}

export type InstanceMessage =
  | { kind: 'output'; stream: 'stdout' | 'stderr'; text: string }
  /** Once: from then on the limit of a call counts from its start. */
  | { kind: 'loaded' }
  | { kind: 'done'; result: string }
  | { kind: 'failed'; message: string; stack: string }
  | { kind: 'rested' };

const kinds: readonly string[] = ['output', 'loaded', 'done', 'failed', 'rested'] satisfies InstanceMessage['kind'][];

/** The message comes from the cloud's own worker program, so that its kind says all. */
export function isInstanceMessage(value: unknown): value is InstanceMessage {
  return typeof value === 'object' && value !== null && 'kind' in value && kinds.includes(String(value.kind));
}
