import { call } from '../../../services/platform/call';

/** @param month `2026-11`; '' for the current one */
export const getMonth = (month: string) => call('brief.get', month === '' ? {} : { month });
