import type { Input } from '../contracts/api';
import { call, write } from './platform/call';

export const getSession = () => call('person.getSession', {});

/** With how often one's phone number was revealed. */
export const getSessionWithReveals = () => call('person.getSession', { countReveals: true });

export const switchHat = (hat: string) => write('person.switchHat', { hat });

export const saveSettings = (elder: boolean) => write('person.saveSettings', { elder });

export const register = (introduction: Omit<Input<'person.register'>, 'requestId'>) =>
  write('person.register', introduction);

export const listReveals = (cursor?: string) => call('person.listReveals', cursor === undefined ? {} : { cursor });

export const requestChange = (wanted: Omit<Input<'person.requestChange'>, 'requestId'>) =>
  write('person.requestChange', wanted);

/** That one's own name and words are erased from all books; with `personId` those of somebody who cannot ask. */
export const requestErasure = (reason: string, personId?: string) =>
  write('person.requestErasure', { reason, ...(personId !== undefined && { personId }) });

/** That one lives alone, or not. */
export const setAlone = (alone: boolean) => write('person.setAlone', { alone });

/** That one is a veteran or a volunteer, or not. */
export const setRoles = (roles: Omit<Input<'person.setRoles'>, 'requestId'>) => write('person.setRoles', roles);

export const getPortrait = () => call('person.getPortrait', {});

/** The caller agrees to this picture on the cards of their grid. */
export const setPortrait = (fileId: string) => write('person.setPortrait', { fileId, agreed: true });

export const removePortrait = () => write('person.removePortrait', {});

/** What the caller asked for themselves. */
export const listOwnChanges = () => call('person.listChanges', { mine: true });

/** What waits for the hat in use. */
export const listChanges = (cursor?: string) => call('person.listChanges', cursor === undefined ? {} : { cursor });

export const approveChange = (changeId: string) => write('person.approveChange', { changeId });

export const refuseChange = (changeId: string, reason: string) => write('person.refuseChange', { changeId, reason });
