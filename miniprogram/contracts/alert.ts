import type { GridColour } from './hat';

/** What cannot wait for an order: something urgent, or somebody who is unwell (急有所助, 病有所救). */
export const alertNeeds = ['urgent', 'illness'] as const;
export type AlertNeed = (typeof alertNeeds)[number];

export const alertStates = ['open', 'settled'] as const;
export type AlertState = (typeof alertStates)[number];

/** How it ended: they were spoken to, somebody went there, or nobody had meant it. */
export const alertOutcomes = ['reached', 'visited', 'mistaken'] as const;
export type AlertOutcome = (typeof alertOutcomes)[number];

/** So often a day one phone may alert somebody; to call is never limited. */
export const alertsADay = 6;

/** What whoever alerted somebody is told. */
export interface RaisedAlert {
  readonly alertId: string;
  readonly at: string;
  /** Who was told; absent where nobody holds a post, so that the telephone is all there is. */
  readonly toldName?: string;
  /** They had been told a moment ago. */
  readonly again: boolean;
}

export interface AlertView {
  readonly alertId: string;
  readonly need: AlertNeed;
  readonly state: AlertState;
  readonly placeLabel: string;
  readonly gridName: string;
  readonly colour?: GridColour;
  readonly at: string;
  /** Who asked, and their number: for whoever was told alone, and absent for somebody without a login. */
  readonly name?: string;
  readonly phone?: string;
  /** Who was told so far, the first one first. */
  readonly toldNames: readonly string[];
  readonly outcome?: AlertOutcome;
  readonly settledBy?: string;
  readonly settledAt?: string;
}

export interface AlertApi {
  /**
   * `placeId`: where it is, chosen by somebody of the community; else `token`, of the card in hand; without either,
   * where the caller lives.
   */
  'alert.raise': {
    input: { need: AlertNeed; token?: string; placeId?: string; requestId: string };
    output: RaisedAlert;
  };
  /** Those of the place of the hat in use, newest first. */
  'alert.list': {
    input: { state: AlertState; cursor?: string };
    output: { alerts: readonly AlertView[]; next?: string };
  };
  'alert.settle': { input: { alertId: string; outcome: AlertOutcome; requestId: string }; output: AlertView };
}
