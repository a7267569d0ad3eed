/** Keeps what the last run took, so that a reviewer accepts the very pictures that they saw. */
import path from 'node:path';
import { keptFolder, readPicture, removePicture, runFolder, writePicture, type PictureName } from './kept';
import { readReport, type Entry } from './report';

export const takenFolder = path.join(runFolder, 'kept');

const nameOf = ({ visit, look }: Entry): PictureName => `${visit}/${look}`;

/**
 * @param visits names of those that are accepted; none means all
 * @returns names of the pictures that were kept or removed
 */
export function accept(visits: readonly string[]): PictureName[] {
  const accepted = readReport().filter(
    ({ state, visit }) => state !== 'same' && (visits.length === 0 || visits.includes(visit)),
  );
  for (const entry of accepted) {
    const taken = readPicture(takenFolder, nameOf(entry));
    if (entry.state === 'gone') removePicture(keptFolder, nameOf(entry));
    else if (taken) writePicture(keptFolder, nameOf(entry), taken);
  }
  return accepted.map(nameOf);
}
