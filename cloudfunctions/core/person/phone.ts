/** `138 **** 0021`: enough to recognise one's own number, too little to call another's. */
export function maskedPhone(phone: string): string {
  return `${phone.slice(0, 3)} **** ${phone.slice(-4)}`;
}
