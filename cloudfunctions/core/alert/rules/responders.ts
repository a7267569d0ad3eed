import type { Community } from '../../place/community';
import type { Alert, Responder } from '../alert';

const minuteMs = 60_000;

/** After so long without an answer, the next one is told, too. */
const nextAfterMs = 10 * minuteMs;

/** A tap on the same button within so long is the same call for help. */
const againWithinMinutes = 10;

/**
 * Who is told of an alert, one after the other: grid worker, grid leader, secretary. Posts that nobody holds are passed
 * over, and so is whoever asks.
 */
export function respondersOf(
  { grids, secretary }: Pick<Community, 'grids' | 'secretary'>,
  gridId: string,
  askerId: string | undefined,
): readonly Responder[] {
  const grid = grids.find((one) => one.gridId === gridId);
  const posts = [
    { holder: grid?.worker, hat: 'gridWorker' },
    { holder: grid?.leader, hat: 'gridLeader' },
    { holder: secretary, hat: 'secretary' },
  ] as const;
  const holders = posts.flatMap(({ holder, hat }) => (holder ? [{ ...holder, hat }] : []));
  return holders
    .filter(({ personId }, index) => holders.findIndex((other) => other.personId === personId) === index)
    .filter(({ personId }) => personId !== askerId)
    .map(({ personId, name, hat }) => ({ personId, name, hat }));
}

/** The alert with one more who is told, as of now. */
export function withNext(alert: Alert, at: Date): Alert {
  const told = Math.min(alert.told + 1, alert.responders.length);
  const isLast = told >= alert.responders.length;
  const { nextAt, ...rest } = { ...alert, told, updatedAt: at, nextAt: new Date(at.getTime() + nextAfterMs) };
  return isLast ? rest : { ...rest, nextAt };
}

/** Whether somebody who alerts again means what they said a moment ago, of which nobody has said how it ended. */
export function isSame(earlier: Alert, said: Pick<Alert, 'need' | 'place'>, now: Date): boolean {
  return (
    earlier.state === 'open' &&
    earlier.need === said.need &&
    earlier.place.placeId === said.place.placeId &&
    now.getTime() - earlier.at.getTime() < againWithinMinutes * minuteMs
  );
}

/** The number of who asked is for whoever was told, of whom it is noted that they see it. */
export function knowsAsker({ responders, told }: Pick<Alert, 'responders' | 'told'>, personId: string): boolean {
  return responders.slice(0, told).some((one) => one.personId === personId);
}
