import { Worker } from 'node:worker_threads';
import type { FunctionSpec } from './catalog';
import { isInstanceMessage, type CallMessage, type ClockMessage, type RestMessage, type WorkerSetup } from './messages';
import { workerCode } from './worker-code';

/** What one call came to. `result` is JSON text. */
export type CallResult =
  | { ok: true; result: string; coldStart: boolean }
  | { ok: false; reason: 'failed' | 'timed-out' | 'crashed'; message: string; stack?: string; coldStart: boolean };

export interface InstanceHost {
  /** Environment that every instance starts with. */
  readonly environment: Record<string, string>;
  readonly clock: SharedArrayBuffer;
  readonly fallbackFolder: string;
  /** Reports what went wrong with an instance between two calls. */
  warn(line: string): void;
}

/** Loading has its own limit in the cloud; the time-out of a call counts from when `main` starts. */
const loadLimitMs = 65_000;

type Resolve = (result: CallResult) => void;

/** What decides over everything that an instance reads when it starts, but the clock. */
function originOf(
  { folder, name, version, memoryMb }: FunctionSpec,
  { environment, fallbackFolder }: InstanceHost,
): string {
  return JSON.stringify([folder, name, version, memoryMb, fallbackFolder, Object.entries(environment).sort()]);
}

/** One worker thread with one function, one call at a time. After a time-out or a crash it is gone. */
export class Instance {
  alive = true;
  private calls = 0;
  private resolve: Resolve | undefined;
  private output: ((text: string) => void) | undefined;
  private limit: NodeJS.Timeout | undefined;
  private limitMs = 0;
  private isLoaded = false;
  private rested: (() => void) | undefined;
  private readonly worker: Worker;
  private readonly origin: string;

  constructor(
    public spec: FunctionSpec,
    private host: InstanceHost,
  ) {
    this.origin = originOf(spec, host);
    const setup: WorkerSetup = {
      folder: spec.folder,
      name: spec.name,
      clock: host.clock,
      fallbackFolder: host.fallbackFolder,
    };
    this.worker = new Worker(workerCode(), {
      eval: true,
      execArgv: [],
      env: { ...host.environment },
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: spec.memoryMb },
    });
    this.worker.on('message', (message: unknown) => this.receive(message));
    this.worker.on('error', (error: Error) =>
      this.end({
        ok: false,
        reason: 'crashed',
        message: error.message,
        stack: String(error.stack),
        coldStart: this.isFirst(),
      }),
    );
    this.worker.on('exit', (code) =>
      this.end({
        ok: false,
        reason: 'crashed',
        message: `the function's process ended with code ${code}`,
        coldStart: this.isFirst(),
      }),
    );
  }

  run(call: CallMessage, output: (text: string) => void): Promise<CallResult> {
    this.calls += 1;
    this.limitMs = call.timeoutMs;
    this.output = output;
    return new Promise((resolve) => {
      this.resolve = resolve;
      this.setLimit(this.isLoaded ? call.timeoutMs : loadLimitMs);
      this.worker.postMessage(call);
    });
  }

  async close(): Promise<void> {
    this.alive = false;
    await this.worker.terminate();
  }

  /** Whether it is what a new instance of that function and host would be. */
  fits(spec: FunctionSpec, host: InstanceHost): boolean {
    return originOf(spec, host) === this.origin;
  }

  /** Between two clouds: its connections to the first are closed, and it keeps no process from ending. */
  async rest(): Promise<void> {
    const rested = new Promise<void>((resolve) => {
      this.rested = resolve;
    });
    this.worker.postMessage({ rest: true } satisfies RestMessage);
    await rested;
    this.worker.unref();
  }

  /** Becomes an instance of another cloud, into which it fits. */
  join(spec: FunctionSpec, host: InstanceHost): void {
    this.spec = spec;
    this.host = host;
    this.worker.ref();
    this.worker.postMessage({ clock: host.clock } satisfies ClockMessage);
  }

  private isFirst(): boolean {
    return this.calls === 1;
  }

  private setLimit(limitMs: number): void {
    clearTimeout(this.limit);
    this.limit = setTimeout(() => {
      const message = `Invoking task timed out after ${limitMs / 1000} seconds`;
      this.end({ ok: false, reason: 'timed-out', message, coldStart: this.isFirst() });
    }, limitMs);
  }

  private receive(message: unknown): void {
    if (!isInstanceMessage(message)) return;
    if (message.kind === 'output') this.output?.(message.text);
    if (message.kind === 'rested') this.rested?.();
    if (message.kind === 'loaded') {
      this.isLoaded = true;
      this.setLimit(this.limitMs);
    }
    if (message.kind === 'done') this.finish({ ok: true, result: message.result, coldStart: this.isFirst() });
    if (message.kind === 'failed')
      this.finish({
        ok: false,
        reason: 'failed',
        message: message.message,
        stack: message.stack,
        coldStart: this.isFirst(),
      });
  }

  private finish(result: CallResult): void {
    clearTimeout(this.limit);
    const { resolve } = this;
    this.resolve = undefined;
    resolve?.(result);
  }

  private end(result: CallResult): void {
    if (this.alive && !this.resolve && !result.ok)
      this.host.warn(`${this.spec.name}: an idle instance ended: ${result.message}`);
    this.alive = false;
    this.rested?.();
    this.finish(result);
    void this.worker.terminate();
  }
}
