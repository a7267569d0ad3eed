import { TestEnvironment } from 'jest-environment-node';
import { consecutiveTestClouds } from '@lianxin/local-cloud/testing';

const startTestCloud = consecutiveTestClouds();

/**
 * A worker of the run with nothing left to do ends at once: jest waits half a second for it, and to give back the
 * memory of a long run piece by piece takes longer.
 */
if (process.send !== undefined) process.once('beforeExit', () => process.exit());

/**
 * A test's own world with a local cloud from outside it. The cloud's modules are read and compiled once for each
 * process of a run, not once for each suite, and its functions stay warm. Values that pass between the two are of one
 * `Date` and one `Error`.
 */
export default class CloudEnvironment extends TestEnvironment {
  constructor(...settings: ConstructorParameters<typeof TestEnvironment>) {
    super(...settings);
    Object.assign(this.global, { Date, Error, startTestCloud });
  }
}
