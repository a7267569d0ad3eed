import type { FunctionSpec } from './catalog';
import type { Instance, InstanceHost } from './instance';

/**
 * Idle instances of clouds that have ended, for the next cloud of the process that has the same function and the same
 * environment: warm, as an instance of the real cloud is, whatever happened to the data since its last call.
 */
export class KeptInstances {
  private readonly kept: Instance[] = [];

  /** @param limit those beyond it end, the longest kept first */
  constructor(private readonly limit: number) {}

  /** @returns undefined where none fits */
  take(spec: FunctionSpec, host: InstanceHost): Instance | undefined {
    const position = this.kept.findIndex((instance) => instance.alive && instance.fits(spec, host));
    if (position < 0) return undefined;
    const [instance] = this.kept.splice(position, 1);
    instance?.join(spec, host);
    return instance;
  }

  async keep(instance: Instance): Promise<void> {
    await instance.rest();
    if (instance.alive) this.kept.push(instance);
    if (this.kept.length > this.limit) await this.kept.shift()?.close();
  }
}
