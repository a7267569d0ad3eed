import { limits } from '../../../../miniprogram/contracts/limits';
import { readPhone, type PhoneNumber, type PhoneProblem } from '../../../../miniprogram/contracts/phone-number';
import type { Reading } from './reading';

/** `service`: the number of an office or a hot line, at which no person can be called back. */
export type PersonPhoneProblem = PhoneProblem | 'service';

/**
 * Reads the number of a person: a mobile, or a landline with its extension beside it.
 * @param areaCode put before a landline that was typed without one
 */
export function readPersonPhone(typed: string, areaCode = ''): Reading<PhoneNumber, PersonPhoneProblem> {
  if (typed.length > limits.typedPhone) return { ok: false, problem: 'long' };
  const reading = readPhone(typed, areaCode);
  return reading.ok && reading.value.kind === 'service' ? { ok: false, problem: 'service' } : reading;
}

/** A number in one text: its extension stands behind a hyphen. It is read as the same number again. */
export function phoneText({ number, extension }: Pick<PhoneNumber, 'number' | 'extension'>): string {
  return extension === undefined ? number : `${number}-${extension}`;
}

/** Reads the number of a person as one text. */
export function readPhoneText(typed: string): Reading<string, PersonPhoneProblem> {
  const reading = readPersonPhone(typed);
  return reading.ok ? { ok: true, value: phoneText(reading.value) } : reading;
}
