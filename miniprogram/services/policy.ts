import type { Input } from '../contracts/api';
import { call, write } from './platform/call';

export const get = () => call('policy.get', {});

/** `policy`: the settings to be changed, nested as the policy is. */
export const change = (policy: object, reason: string) => write('policy.change', { policy, reason });

export const listOffered = (token: string) => call('policy.listOffered', token === '' ? {} : { token });
export const listCategories = () => call('policy.listCategories', {});
export const saveCategory = (category: Input<'policy.saveCategory'>['category'], reason: string) =>
  write('policy.saveCategory', { category, reason });
