import { call, write } from './platform/call';

export const get = () => call('policy.get', {});

/** `policy`: the settings to be changed, nested as the policy is. */
export const change = (policy: object, reason: string) => write('policy.change', { policy, reason });
