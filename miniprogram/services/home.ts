import { call } from './platform/call';

/** The first screen, whole, for the hat in use. */
export const get = () => call('home.get', {});
