import type { EnrolmentState, HoursWindow, WelcomeItem } from '../../../contracts/enrolment';
import type { Input } from '../../../contracts/api';
import { call, write } from '../../../services/platform/call';

type Hours = readonly HoursWindow[];

/** What somebody suggests, as an order of theirs. */
export const suggest = (words: string, place: { placeId?: string }) =>
  write('order.create', { category: 'other', words, when: 'any', fileIds: [], ...place });

/** One's own, without an id. */
export const get = (personId = '') => call('enrolment.get', personId === '' ? {} : { personId });
export const request = (gridId: string) => write('enrolment.request', { gridId });
export const decide = (personId: string, agree: boolean, reason = '') =>
  write('enrolment.decide', { personId, agree, ...(reason !== '' && { reason }) });
export const addGroup = (group: Omit<Input<'enrolment.addGroup'>, 'requestId'>) => write('enrolment.addGroup', group);
export const list = (state: EnrolmentState, cursor?: string) =>
  call('enrolment.list', { state, ...(cursor !== undefined && { cursor }) });
export const getFunnel = () => call('enrolment.getFunnel', {});
export const getPresence = (personId = '') => call('enrolment.getPresence', personId === '' ? {} : { personId });
export const setCentre = (agree: boolean) => write('enrolment.setCentre', { agree });
export const listCentres = (cursor?: string) => call('enrolment.listCentres', cursor === undefined ? {} : { cursor });
export const setHours = (work: Hours, free: Hours) => write('enrolment.setHours', { work, free });
export const tick = (
  item: WelcomeItem,
  done: boolean,
  more: Partial<Omit<Input<'enrolment.tick'>, 'requestId'>> = {},
) => write('enrolment.tick', { item, done, ...more });
