import type { Input } from '../contracts/api';
import { call, write } from './platform/call';

export const session = () => call('person.getSession', {});

/** With how often somebody looked at one's phone number. */
export const wholeSession = () => call('person.getSession', { countReveals: true });

/** The first screen, whole, for the hat in use. */
export const home = () => call('home.get', {});

export const wear = (hat: string) => write('person.switchHat', { hat });

export const settings = (elder: boolean) => write('person.saveSettings', { elder });

export const introduce = (said: Omit<Input<'person.register'>, 'requestId'>) => write('person.register', said);

export const reveals = (cursor?: string) => call('person.listReveals', cursor === undefined ? {} : { cursor });
