/** What is still to be put right in a community's places, posts and people. */
export const findingKinds = [
  'vacancy',
  'householdWithoutChief',
  'chiefOverloaded',
  'personWithoutGrid',
  'orderWithoutGrid',
  'shopWithoutGrid',
  'placeWithoutCard',
  'holderElsewhere',
  'leaderApart',
  'postMisplaced',
  'sectionWithoutTeam',
  'teamIncomplete',
  'fewReminders',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** A lane chief looks after about so many households, and more than `maxHouseholds` are too many (S1-14). */
export const aimedHouseholds = 6;
export const maxHouseholds = 10;

/** Whoever is on duty and has so few subscription messages left, of whatever template, is told before they run out. */
export const fewReminders = 2;

export interface FindingView {
  readonly findingId: string;
  readonly kind: FindingKind;
  /** A place's label, a post's place, a person's name, an order's number. */
  readonly label: string;
  /** A hat, how many households or reminders somebody has, or whom a team lacks: `member` or `others`. */
  readonly detail?: string;
  /** Where it is put right: at this place, where it is one's, else with this person or this order. */
  readonly placeId?: string;
  readonly personId?: string;
  readonly orderId?: string;
}

export interface FindingApi {
  /** How many of each kind there are; `countedAt` is absent before the first night. */
  'finding.getCounts': {
    input: Record<string, never>;
    output: { counts: Readonly<Record<FindingKind, number>>; countedAt?: string };
  };
  'finding.list': {
    input: { kind: FindingKind; cursor?: string };
    output: { findings: readonly FindingView[]; next?: string };
  };
}
