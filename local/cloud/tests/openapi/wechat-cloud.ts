import { functionsFolder } from '../fixtures';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

export const openid = 'oPERSON';

/** A cloud whose function `events` stores what WeChat pushes. */
export const startWechatCloud = (dataFolder?: string): Promise<TestCloud> =>
  startTestCloud({
    functionsFolder,
    pages: ['pages/home/home', 'pages/card/card'],
    manifest: { collections: [{ name: 'pushes', indexes: [] }] },
    ...(dataFolder !== undefined && { dataFolder }),
  });

/** Calls an open API from within a function, as a user; answers what the SDK gave or threw. */
export async function callApi(
  cloud: TestCloud,
  api: string,
  data: object,
  who = openid,
): Promise<Record<string, unknown>> {
  return (await cloud.invoke('wechat', { api, data }, { openid: who })) as Record<string, unknown>;
}
