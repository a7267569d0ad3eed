import { object, optional, v } from '../platform/validation';
import { freeChannels, type FreeChannel } from '../../../miniprogram/contracts/enrolment';

/** What a community decided on how working members enrol with it. */
export interface EnrolmentPolicy {
  /** Names of the two channels of its own (S2-02); one without a name is not in use. */
  readonly free1?: string;
  readonly free2?: string;
  /** The channel under which couriers count who are registered with a site when they enrol (S5-09); absent: online. */
  readonly siteChannel?: FreeChannel;
}

/** No channel of its own has a name. */
export const defaultEnrolmentPolicy: EnrolmentPolicy = { free1: '', free2: '' };

/** Longest name of a channel. */
const nameLength = 12;

/** '' takes the name away, and the channel out of use. */
const channelName = v.pipe(
  v.string(),
  v.transform((typed) => typed.normalize('NFC').trim()),
  v.maxLength(nameLength),
  v.regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u),
);

export const enrolmentPolicySchema = object({
  free1: optional(channelName),
  free2: optional(channelName),
  siteChannel: optional(v.picklist(freeChannels)),
});
