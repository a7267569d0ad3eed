import { call } from '../../../services/platform/call';

export const get = () => call('privacy.get', {});
