import { object, optional, v } from '../platform/validation';

/** What a community says of who answers for personal data in it. */
export interface PrivacyPolicy {
  /** The responsible body; '' for the community itself. */
  readonly body?: string;
  /** 备案号, as the register has it; '' for none. */
  readonly filingNumber?: string;
}

/** The community itself answers, and has entered no number. */
export const defaultPrivacyPolicy: PrivacyPolicy = { body: '', filingNumber: '' };

/** '' takes it away. */
const words = (letters: number) =>
  v.pipe(
    v.string(),
    v.transform((typed) => typed.normalize('NFC').trim()),
    v.maxLength(letters),
    v.regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u),
  );

export const privacyPolicySchema = object({ body: optional(words(40)), filingNumber: optional(words(40)) });
