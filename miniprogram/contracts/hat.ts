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
