import type { Person } from './person';

/**
 * `138 **** 0021`: enough to recognise one's own number, too little to call another's. A landline is shorter, and shows
 * less.
 */
export function maskedPhone(phone: string): string {
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)} **** ${phone.slice(-4)}` : `**** ${phone.slice(-3)}`;
}

/** A number as it is dialled, its extension behind a hyphen. */
export function wholePhone({ phone, phoneExtension }: Pick<Person, 'phone' | 'phoneExtension'>): string {
  return phoneExtension === undefined ? phone : `${phone}-${phoneExtension}`;
}

/** Whether somebody other than the person vouches for the number, so that nobody has to call back first. */
export function isVouchedFor({ phoneSource }: Pick<Person, 'phoneSource'>): boolean {
  return phoneSource === 'office' || phoneSource === 'wechat';
}

/** Whether whoever proves the number is this person: a number that was only typed, or is another's, binds nobody. */
export function isIdentifiedByPhone(person: Pick<Person, 'phoneSource' | 'phoneOwner'>): boolean {
  return person.phoneOwner === 'self' && isVouchedFor(person);
}

/** The area code of a community, as its office's number has it; none where the office is called without one. */
export function areaCodeOf(officePhone: string): string {
  return /^0(?:10|2\d|[3-9]\d\d)/.exec(officePhone.replace(/\D/g, ''))?.[0] ?? '';
}
