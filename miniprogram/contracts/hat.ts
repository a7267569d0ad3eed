/** What a person can be at a place. One person may wear several; the server checks the worn one on every call. */
export const hats = [
  'anonymous',
  'resident',
  'member',
  'teamCaptain',
  'courtyardHead',
  'laneChief',
  'gridWorker',
  'gridLeader',
  'groupLeader',
  'committee',
  'secretary',
  'inspector',
  'employer',
  'courier',
  'merchant',
  'instructor',
  'administrator',
] as const;
export type Hat = (typeof hats)[number];

/** Everybody with a login. */
export const signedInHats: readonly Hat[] = hats.filter((hat) => hat !== 'anonymous');

/** Whoever lives or works here as a person; the administrator only sets communities up and reads no orders. */
export const neighbourHats: readonly Hat[] = signedInHats.filter((hat) => hat !== 'administrator');

/** Who can be sent to somebody who ordered. */
export const helperHats = [
  'member',
  'teamCaptain',
  'courtyardHead',
  'gridWorker',
  'gridLeader',
] as const satisfies readonly Hat[];

/** Who may be a member of a branch, or look after one. */
export const partyMemberHats = [
  'member',
  'teamCaptain',
  'groupLeader',
  'committee',
  'secretary',
  'instructor',
] as const satisfies readonly Hat[];

/** Who keeps a branch's activities. */
export const branchStaffHats = ['groupLeader', 'committee', 'secretary'] as const satisfies readonly Hat[];

/** Who keeps a branch's books. */
export const bookkeeperHats = ['committee', 'secretary'] as const satisfies readonly Hat[];

/** Who reads a branch's books and the desk. */
export const bookReaderHats = ['committee', 'secretary', 'inspector'] as const satisfies readonly Hat[];

/** The five colours of S1; a grid beyond the fifth has none and goes by its name alone. */
export const gridColours = ['red', 'yellow', 'blue', 'green', 'purple'] as const;
export type GridColour = (typeof gridColours)[number];

/** One hat of a person: `key` names it in calls (`gridWorker@<placeId>`). */
export interface HatView {
  readonly key: string;
  readonly hat: Hat;
  readonly placeName: string;
  /** Absent where the place belongs to no coloured grid. */
  readonly colour?: GridColour;
  /** A team's name, or the hat that the same person also wears there. */
  readonly detail?: string;
}
