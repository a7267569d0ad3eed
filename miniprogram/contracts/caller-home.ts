/** Where somebody who calls may live: a courtyard, or the home of somebody by that name or number. */
export interface CallerHome {
  /** Absent for a courtyard. */
  readonly name?: string;
  readonly placeId: string;
  readonly placeLabel: string;
}
