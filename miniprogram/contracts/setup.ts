import type { SessionView } from './person';

/** What a community needs before its cards are handed out, in the order in which it is done. */
export const setupSteps = ['office', 'grids', 'places', 'posts', 'people', 'secretary', 'cards'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** `missing` names what is still to do, as far as there are names for it: grids without a worker. */
export interface SetupStepView {
  readonly step: SetupStep;
  readonly isDone: boolean;
  readonly missing: readonly string[];
}

/**
 * When the office answers, in Asia/Shanghai. `days`: 1 Monday … 7 Sunday; minutes since midnight, `toMinute` excluded.
 */
export interface OfficeHours {
  readonly days: readonly number[];
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly text: string;
}

export interface OfficeView {
  readonly phone: string;
  readonly address: string;
  readonly hours: OfficeHours;
  readonly dutyName: string;
  readonly dutyPhone: string;
}

export interface SetupProgressView {
  readonly communityName: string;
  readonly office: OfficeView;
  readonly steps: readonly SetupStepView[];
}

export interface SetupApi {
  /**
   * The first call of an empty environment: whoever has the code that the deployment printed names the community and
   * its office, and becomes its administrator.
   */
  'setup.claim': {
    input: {
      code: string;
      name: string;
      phone: string;
      communityName: string;
      street: string;
      officePhone: string;
      officeAddress: string;
      /** The office's hours as the card prints them. */
      hoursText: string;
      dutyName: string;
      dutyPhone: string;
      requestId: string;
    };
    output: SessionView;
  };
  /** What the office's numbers and hours are from now on; every card says so at once. */
  'setup.changeOffice': {
    input: {
      officePhone: string;
      officeAddress: string;
      hours: OfficeHours;
      dutyName: string;
      dutyPhone: string;
      requestId: string;
    };
    output: SetupProgressView;
  };
  /** How far the community of the administrator has come. */
  'setup.getProgress': { input: Record<string, never>; output: SetupProgressView };
}
