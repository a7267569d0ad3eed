/**
 * Long work on files: a spreadsheet that is read, a PDF that is made. It goes on in the background; the phone asks how
 * far it is.
 */
export interface FileTaskView {
  readonly taskId: string;
  readonly kind: string;
  readonly state: 'waiting' | 'done' | 'failed';
  /** How many parts are done, as the kind counts them. */
  readonly progress: number;
  /** What it made, by file id; empty until it is done. */
  readonly fileIds: readonly string[];
}

/** A PDF that was made. `missing`: characters that its font cannot print; somebody has to write them in by hand. */
export interface PrintView {
  readonly fileId: string;
  readonly fileUrl: string;
  readonly missing: readonly string[];
}

/** The endpoints of function `files`. What goes in and comes out are file ids, never contents. */
export interface FileApi {
  'file.getHealth': { input: Record<string, never>; output: { readonly ready: true } };
  'file.getTask': { input: { readonly taskId: string }; output: FileTaskView };
  /** The palm-size map of the community's stations. */
  'file.printStationMap': { input: Record<string, never>; output: PrintView };
  /** A friendly shop's sign, with its number and QR. */
  'file.printSign': { input: { readonly stationId: string }; output: PrintView };
  /** The public month of courtyard points; without `month` the current one. */
  'file.printRewardSheet': { input: { readonly month?: string }; output: PrintView };
}
