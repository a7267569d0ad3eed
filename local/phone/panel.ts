/**
 * What an app adds to the panel beside the phone. All of it is data, since the phone knows no app: the panel gets it as
 * JSON in its document.
 */

/** In `write.event` of a switch this text stands for the new value, true or false. */
export const switchValue = '{value}';
/** In `write.event` of a switch this text stands for an id that no other call has. */
export const uniqueId = '{uniqueId}';

/** A setting that the app's cloud has for each user, true or false. */
export interface PanelSwitch {
  readonly label: string;
  /** The name of the cloud function that reads and writes it. */
  readonly function: string;
  /**
   * The event that reads it, and the path to the value in the answer; an answer without a value there hides the switch.
   */
  readonly read: { readonly event: object; readonly path: readonly string[] };
  /** The event that writes it, in which {@link switchValue} and {@link uniqueId} are replaced. */
  readonly write: { readonly event: object };
}

export interface PanelOptions {
  /** The name of each hat of a persona; a hat without a name here is shown as it is. */
  readonly hatNames?: Readonly<Record<string, string>>;
  readonly switches?: readonly PanelSwitch[];
}
