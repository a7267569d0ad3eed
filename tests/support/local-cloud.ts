/** Instances load the SDK, which takes seconds where many tests share few cores. */
jest.setTimeout(60_000);

export { startTestCloud, type TestCloud, type TestCloudOptions } from '@lianxin/local-cloud/testing';
