/**
 * `138 **** 0021`: enough to recognise one's own number, too little to call another's. A landline is shorter, and shows
 * less.
 */
export function maskedPhone(phone: string): string {
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)} **** ${phone.slice(-4)}` : `**** ${phone.slice(-3)}`;
}
