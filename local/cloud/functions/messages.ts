/** What passes between the cloud and an instance (a worker thread that holds one function). */

export interface WorkerSetup {
  folder: string;
  name: string;
  /** shared offset of the cloud's clock, see clock.ts */
  clock: SharedArrayBuffer;
  /** where `wx-server-sdk` is found for a function that brings no node_modules of its own */
  fallbackFolder: string;
}

export interface CallMessage {
  /** JSON text */
  event: string;
  /** `WX_*` and `TCB_*` variables of this call; undefined values are removed */
  environment: Record<string, string>;
  requestId: string;
  timeoutMs: number;
  memoryMb: number;
}

export type InstanceMessage =
  | { kind: 'output'; stream: 'stdout' | 'stderr'; text: string }
  | { kind: 'loaded' }
  | { kind: 'done'; result: string }
  | { kind: 'failed'; message: string; stack: string };

const kinds: readonly string[] = ['output', 'loaded', 'done', 'failed'] satisfies InstanceMessage['kind'][];

/** The message comes from the cloud's own worker program, so that its kind says all. */
export function isInstanceMessage(value: unknown): value is InstanceMessage {
  return typeof value === 'object' && value !== null && 'kind' in value && kinds.includes(String(value.kind));
}
