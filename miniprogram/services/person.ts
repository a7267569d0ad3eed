import type { Input } from '../contracts/api';
import { call, write } from './platform/call';

export const session = () => call('person.session', {});

/** With how often one's phone number was revealed. */
export const wholeSession = () => call('person.session', { looks: true });

/** The first screen, whole, for the hat in use. */
export const home = () => call('person.home', {});

export const wear = (hat: string) => write('person.wear', { hat });

export const settings = (elder: boolean) => write('person.settings', { elder });

export const introduce = (introduction: Omit<Input<'person.introduce'>, 'requestId'>) =>
  write('person.introduce', introduction);

export const reveals = (cursor?: string) => call('person.reveals', cursor === undefined ? {} : { cursor });
