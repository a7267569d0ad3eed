import type { FunctionSpec } from './catalog';
import { failed } from './failure';
import { Instance, type InstanceHost, type CallResult } from './instance';
import type { KeptInstances } from './kept-instances';
import type { CallMessage } from './messages';

/** Idle instances beyond the first end after this long; the cloud's own figure is "tens of minutes". */
const idleLimitMs = 120_000;

interface Waiting {
  resume(): void;
}

/** The instances of one function: it grows on demand up to a limit, beyond which calls wait. */
export class Pool {
  private readonly idle: Instance[] = [];
  private readonly all = new Set<Instance>();
  private readonly queue: Waiting[] = [];
  private closed = false;
  private readonly idleTimeouts = new Map<Instance, NodeJS.Timeout>();

  constructor(
    private spec: FunctionSpec,
    private readonly host: InstanceHost,
    private readonly limit: number,
    private readonly kept?: KeptInstances,
  ) {}

  async run(call: CallMessage, output: (text: string) => void): Promise<CallResult> {
    const instance = await this.acquire();
    try {
      return await instance.run(call, output);
    } finally {
      this.release(instance);
    }
  }

  /** Ends every idle instance now, and the busy ones after their call: the next call starts cold. */
  async retire(spec: FunctionSpec = this.spec): Promise<void> {
    this.spec = { ...spec };
    await Promise.all(this.idle.splice(0).map((instance) => this.terminate(instance)));
  }

  /** Ends every instance, whatever it does, but idle ones that are kept; calls in flight and in the queue fail. */
  async close(): Promise<void> {
    this.closed = true;
    await this.keepIdle();
    for (const waiting of this.queue.splice(0)) waiting.resume();
    await Promise.all([...this.all].map((instance) => this.terminate(instance)));
  }

  private async acquire(): Promise<Instance> {
    for (;;) {
      if (this.closed) throw failed('the cloud is closing');
      const idle = this.idle.pop();
      if (idle?.alive) {
        clearTimeout(this.idleTimeouts.get(idle));
        return idle;
      }
      if (idle) void this.terminate(idle);
      else if (this.all.size < this.limit) return this.start();
      else await new Promise<void>((resume) => this.queue.push({ resume }));
    }
  }

  private async keepIdle(): Promise<void> {
    if (!this.kept) return;
    for (const instance of this.idle.splice(0)) {
      if (!instance.alive || instance.spec !== this.spec) continue;
      this.forget(instance);
      await this.kept.keep(instance);
    }
  }

  private start(): Instance {
    const instance = this.kept?.take(this.spec, this.host) ?? new Instance(this.spec, this.host);
    this.all.add(instance);
    return instance;
  }

  private release(instance: Instance): void {
    if (!instance.alive || instance.spec !== this.spec) void this.terminate(instance);
    else {
      this.idle.push(instance);
      this.idleTimeouts.set(instance, setTimeout(() => this.expire(instance), idleLimitMs).unref());
    }
    this.queue.shift()?.resume();
  }

  private expire(instance: Instance): void {
    const position = this.idle.indexOf(instance);
    if (position < 0 || this.all.size <= 1) return;
    this.idle.splice(position, 1);
    void this.terminate(instance);
  }

  private forget(instance: Instance): void {
    clearTimeout(this.idleTimeouts.get(instance));
    this.idleTimeouts.delete(instance);
    this.all.delete(instance);
  }

  private async terminate(instance: Instance): Promise<void> {
    this.forget(instance);
    await instance.close();
  }
}
