/** What a person can be at a place. One person may wear several; the server checks the one in use on every call. */
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
  'steward',
  'administrator',
] as const;
export type Hat = (typeof hats)[number];

/** The hats that come with a post, in the order of rank; the others come with being somebody (a resident, a member). */
export const postHats = [
  'secretary',
  'committee',
  'groupLeader',
  'gridLeader',
  'gridWorker',
  'laneChief',
  'courtyardHead',
  'teamCaptain',
  'inspector',
  'administrator',
  'instructor',
  'steward',
  'employer',
] as const satisfies readonly Hat[];
export type PostHat = (typeof postHats)[number];

/** Everybody with a login. */
export const signedInHats: readonly Hat[] = hats.filter((hat) => hat !== 'anonymous');

/** Whoever lives or works here as a person; the administrator only sets communities up and reads no orders. */
export const neighbourHats: readonly Hat[] = signedInHats.filter((hat) => hat !== 'administrator');

/** Members of a branch, here or at work. */
export const memberHats = ['member', 'teamCaptain'] as const satisfies readonly Hat[];

/** Who may be offered an order: members, and those whose post it is to help. */
export const helperHats = [
  ...memberHats,
  'courtyardHead',
  'gridWorker',
  'gridLeader',
] as const satisfies readonly Hat[];

/** Who keeps a station or a shop for couriers: what is wrong there comes to them. */
export const keeperHats = ['steward', 'merchant'] as const satisfies readonly Hat[];

/** Who works on the orders of a grid. */
export const gridStaffHats = ['gridWorker', 'gridLeader', 'committee', 'secretary'] as const satisfies readonly Hat[];

/** Who looks after a place without working on its orders. */
export const observerHats = [
  'courtyardHead',
  'laneChief',
  'groupLeader',
  'inspector',
] as const satisfies readonly Hat[];

/** Who keeps the activities of a branch. */
export const branchStaffHats = ['groupLeader', 'committee', 'secretary'] as const satisfies readonly Hat[];

/** Who decides on the lines of the passbooks. */
export const bookkeeperHats = ['committee', 'secretary'] as const satisfies readonly Hat[];

/** Who reads the passbooks of a branch, and the desk. */
export const bookReaderHats = [...bookkeeperHats, 'inspector'] as const satisfies readonly Hat[];

/** Who may find any order of their community, or of their grid, closed ones included. */
export const searcherHats = gridStaffHats;

/** Who takes part in the life of a branch. */
export const partyMemberHats = [...memberHats, ...branchStaffHats, 'instructor'] as const satisfies readonly Hat[];

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
