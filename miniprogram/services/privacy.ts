import { call } from './platform/call';

export const get = () => call('privacy.get', {});
