import type { startTestCloud as StartTestCloud } from '@lianxin/local-cloud/testing';

/** Instances load the SDK, which takes seconds where many tests share few cores. */
jest.setTimeout(60_000);

export type { TestCloud, TestCloudOptions } from '@lianxin/local-cloud/testing';

declare global {
  /** From tests/support/cloud-environment.ts, where that is the suite's environment. */
  var startTestCloud: typeof StartTestCloud | undefined;
}

export const startTestCloud: typeof StartTestCloud = async (options) => {
  const start = globalThis.startTestCloud ?? (await import('@lianxin/local-cloud/testing')).startTestCloud;
  return start(options);
};
