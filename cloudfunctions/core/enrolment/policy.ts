import { object, optional, v, words } from '../platform/validation';
import { freeChannels, type FreeChannel } from '../../../miniprogram/contracts/enrolment';

/** What a community decided on how working members enrol with it. */
export interface EnrolmentPolicy {
  /** Names of the two channels of its own (S2-02); one without a name is not in use. */
  readonly free1?: string;
  readonly free2?: string;
  /** The channel under which couriers count who are registered with a site when they enrol (S5-09); absent: online. */
  readonly siteChannel?: FreeChannel;
}

/** Longest name of a channel. */
const nameLength = 12;

export const enrolmentPolicySchema = object({
  free1: optional(words(nameLength)),
  free2: optional(words(nameLength)),
  siteChannel: optional(v.picklist(freeChannels)),
});
