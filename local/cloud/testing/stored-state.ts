/** What a cloud finds in a data folder when it starts; without the cloud itself. */
import { openState } from '../state';

/**
 * Sets the clock of a data folder, new or old, that no cloud uses now: the cloud that is started on it next begins at
 * that moment, plus the time until its start.
 */
export function setStoredClock(dataFolder: string, now: Date): void {
  const state = openState(dataFolder);
  state.value.clockOffsetMs = now.getTime() - Date.now();
  state.save();
}

/** Grants subscription messages in a data folder that no cloud uses now: how many of each template, by person. */
export function setStoredCredits(
  dataFolder: string,
  {
    openids,
    templateIds,
    count,
  }: Readonly<{ openids: readonly string[]; templateIds: readonly string[]; count: number }>,
): void {
  const state = openState(dataFolder);
  for (const openid of openids)
    for (const templateId of templateIds) state.value.credits[`${openid} ${templateId}`] = count;
  state.save();
}
