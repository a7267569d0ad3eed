import { readPhone, type PhoneNumber } from './phone-number';

/** Area codes: three digits of the largest cities, four of all others. */
const parts = /^(0(?:10|2\d|[3-9]\d\d))(\d+)$/;

/** An area code and as many digits as a landline has, whether or not such a number is given out. */
const shape = /^(0(?:10|2\d|[3-9]\d\d))-?(\d{7,8})(?:-(\d{1,5}))?$/;

/** What a text says as a number; undefined for what is none. */
function numberOf(phone: string): PhoneNumber | undefined {
  const reading = readPhone(phone);
  if (reading.ok) return reading.value;
  const [, areaCode, digits, extension] = shape.exec(phone.replace(/\s/g, '')) ?? [];
  if (areaCode === undefined || digits === undefined) return undefined;
  return { kind: 'landline', number: areaCode + digits, ...(extension !== undefined && { extension }) };
}

function split({ kind, number }: PhoneNumber): readonly [string, string] {
  const [, areaCode, rest] = kind === 'mobile' ? [] : (parts.exec(number) ?? []);
  return areaCode === undefined || rest === undefined ? ['', number] : [`${areaCode}-`, rest];
}

function written(phone: string, form: (kind: PhoneNumber['kind'], digits: string) => string): string {
  const number = numberOf(phone);
  if (!number) return phone;
  const [areaCode, digits] = split(number);
  const { kind, extension } = number;
  return `${areaCode}${form(kind, digits)}${extension === undefined ? '' : `-${extension}`}`;
}

/**
 * A number as paper and tables have it: `0351-5550001`, `0351-5550001-802`, `16400000009`. What is no number, or a
 * masked one, stays as it is. What is written reads as the same number again.
 */
export function writtenPhone(phone: string): string {
  return written(phone, (_kind, digits) => digits);
}

const groups = {
  mobile: /^(\d{3})(\d{4})(\d{4})$/,
  landline: /^(\d{3,4})(\d{4})$/,
  service: /^(\d{3})(\d{3})(\d{4})$/,
};

/** The same as a screen has it, in groups that are read out: `0351-555 0001`, `164 0000 0009`, `400 123 4567`. */
export function groupedPhone(phone: string): string {
  return written(phone, (kind, digits) => {
    const [, ...groupsOf] = groups[kind].exec(digits) ?? [];
    return groupsOf.length === 0 ? digits : groupsOf.join(' ');
  });
}

/** Whether two ways of writing are one number. */
export function isSamePhone(one: string, other: string): boolean {
  return writtenPhone(one) === writtenPhone(other);
}
