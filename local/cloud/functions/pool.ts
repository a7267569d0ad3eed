import type { FunctionSpec } from './catalog';
import { failed } from './failure';
import { Instance, type InstanceHost, type Outcome } from './instance';
import type { CallMessage } from './messages';

/** Idle instances beyond the first are given back after this long; the cloud's own figure is "tens of minutes". */
const IDLE_MS = 120_000;

interface Waiting {
  resume(): void;
}

/** The instances of one function: it grows on demand up to a bound, beyond which calls wait their turn. */
export class Pool {
  private readonly idle: Instance[] = [];
  private readonly all = new Set<Instance>();
  private readonly queue: Waiting[] = [];
  private closed = false;
  private readonly idleSince = new Map<Instance, NodeJS.Timeout>();

  constructor(
    private spec: FunctionSpec,
    private readonly host: InstanceHost,
    private readonly limit: number,
  ) {}

  async run(call: CallMessage, output: (text: string) => void): Promise<Outcome> {
    const instance = await this.take();
    try {
      return await instance.run(call, output);
    } finally {
      this.giveBack(instance);
    }
  }

  /** Ends every idle instance now, and the busy ones after their call: the next call starts cold. */
  async retire(spec: FunctionSpec = this.spec): Promise<void> {
    this.spec = { ...spec };
    await Promise.all(this.idle.splice(0).map((instance) => this.drop(instance)));
  }

  /** Ends every instance, whatever it does; calls in flight and in the queue fail. */
  async close(): Promise<void> {
    this.closed = true;
    for (const waiting of this.queue.splice(0)) waiting.resume();
    await Promise.all([...this.all].map((instance) => this.drop(instance)));
  }

  private async take(): Promise<Instance> {
    for (;;) {
      if (this.closed) throw failed('the cloud is closing');
      const idle = this.idle.pop();
      if (idle?.alive) {
        clearTimeout(this.idleSince.get(idle));
        return idle;
      }
      if (idle) void this.drop(idle);
      else if (this.all.size < this.limit) return this.start();
      else await new Promise<void>((resume) => this.queue.push({ resume }));
    }
  }

  private start(): Instance {
    const instance = new Instance(this.spec, this.host);
    this.all.add(instance);
    return instance;
  }

  private giveBack(instance: Instance): void {
    if (!instance.alive || instance.spec !== this.spec) void this.drop(instance);
    else {
      this.idle.push(instance);
      this.idleSince.set(instance, setTimeout(() => this.expire(instance), IDLE_MS).unref());
    }
    this.queue.shift()?.resume();
  }

  private expire(instance: Instance): void {
    const place = this.idle.indexOf(instance);
    if (place < 0 || this.all.size <= 1) return;
    this.idle.splice(place, 1);
    void this.drop(instance);
  }

  private async drop(instance: Instance): Promise<void> {
    clearTimeout(this.idleSince.get(instance));
    this.idleSince.delete(instance);
    this.all.delete(instance);
    await instance.close();
  }
}
