import { switchValue, uniqueId, type PanelOptions, type PanelSwitch } from '../../panel';
import { callFunction, fieldsOf } from './local-api';

declare global {
  interface Window {
    panelOptions: PanelOptions;
  }
}

/** What the app adds to the panel; a script of the document sets it. */
export function panelOptions(): PanelOptions {
  return window.panelOptions;
}

/** A hat by the name that the app gives it, or by its own. */
export function hatName(hat: string): string {
  return panelOptions().hatNames?.[hat] ?? hat;
}

/** The switch of this user; undefined if the cloud has none. */
export async function readSwitch(openid: string, { function: name, read }: PanelSwitch): Promise<boolean | undefined> {
  let value = await callFunction(openid, name, read.event);
  for (const field of read.path) value = fieldsOf(value)[field];
  return typeof value === 'boolean' ? value : undefined;
}

/** The same event with the two placeholders replaced at any depth. */
function fillIn(event: unknown, isOn: boolean): unknown {
  if (event === switchValue) return isOn;
  if (event === uniqueId) return crypto.randomUUID();
  if (Array.isArray(event)) return event.map((item) => fillIn(item, isOn));
  if (typeof event !== 'object' || event === null) return event;
  return Object.fromEntries(Object.entries(event).map(([name, value]) => [name, fillIn(value, isOn)]));
}

export async function writeSwitch(
  openid: string,
  { function: name, write }: PanelSwitch,
  isOn: boolean,
): Promise<void> {
  await callFunction(openid, name, fillIn(write.event, isOn));
}
