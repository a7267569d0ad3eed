/** What an unmodified wx-server-sdk must find in its environment to talk to this cloud and to nothing else. */

export const environmentId = 'local-env';
export const appId = 'wx10ca110ca110ca11';
/** The part of a fileID after the environment, as in `cloud://local-env.6c6f-local-env-1250000000/a.png`. */
export const bucketName = '6c6f-local-env-1250000000';

/**
 * The variables that redirect wx-server-sdk 4.0.2 to this cloud.
 * `TENCENTCLOUD_RUNENV` keeps it from asking a metadata host, the secrets are only used to sign.
 * @param url address of the cloud, e.g. `http://127.0.0.1:8520`
 */
export function sdkEnvironment(url: string): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: environmentId,
    TCB_ENV: environmentId,
    TCB_CONTEXT_KEYS: 'TCB_ENV',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
  };
}
