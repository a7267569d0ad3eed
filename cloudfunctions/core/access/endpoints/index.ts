import type { Caller } from '../caller';
import type { Routes } from '../../platform/endpoint';
import { getSession } from './get-session';
import { saveSettings } from './save-settings';
import { switchHat } from './switch-hat';

/** Who calls, in which hat. */
export const accessEndpoints = {
  'person.getSession': getSession,
  'person.switchHat': switchHat,
  'person.saveSettings': saveSettings,
} satisfies Partial<Routes<Caller>>;
