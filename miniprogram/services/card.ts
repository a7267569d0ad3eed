import type { CardNumberView, CardTask } from '../contracts/card';
import type { CardSelection, PrintProduct } from '../contracts/file';
import { call, write } from './platform/call';

export const get = (token: string) => call('card.get', { token });

/** The token of the card with a short number. */
export const find = (number: string) => call('card.find', { number });

export const list = (cursor?: string) => call('card.list', cursor === undefined ? {} : { cursor });

export const listOpenTasks = (task: CardTask, cursor?: string) =>
  call('card.listOpenTasks', cursor === undefined ? { task } : { task, cursor });

export const issue = (placeId: string, size: 'normal' | 'large') => write('card.issue', { placeId, size });

export const reissue = (token: string, reason: string) => write('card.reissue', { token, reason });

export const revoke = (token: string, reason: string) => write('card.revoke', { token, reason });

export const handOut = (token: string, receivedBy: string) => write('card.handOut', { token, receivedBy });

export const getCode = (token: string) => call('card.getCode', { token });

export const getCoverage = () => call('card.getCoverage', {});

export const listNumbers = () => call('card.listNumbers', {});

export const checkNumber = ({ placeId, kind, phone }: Pick<CardNumberView, 'placeId' | 'kind' | 'phone'>) =>
  write('card.checkNumber', { placeId, kind, phone });

export const setPostNumber = (gridId: string, phone: string) =>
  write('card.setPostNumber', phone === '' ? { gridId } : { gridId, phone });

/** Long work of function `files`: how far it is, is asked with `getTask`. */
export const issueAll = (placeId: string, kind: 'courtyard' | 'household', size: 'normal' | 'large') =>
  write('file.issueCards', { placeId, kind, size });

export const checkPrint = (placeId: string, cards: CardSelection) => call('file.checkCards', { placeId, cards });

export const print = (placeId: string, cards: CardSelection, product: PrintProduct) =>
  write('file.printCards', { placeId, cards, product });

/** A link to one of the files of a task, from 1. */
export const getOutput = (taskId: string, number: number) => write('file.getOutput', { taskId, number });

export const getTask = (taskId: string) => call('file.getTask', { taskId });
