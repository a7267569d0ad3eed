/** What a scanned or typed text says of a voucher: its twelve digits; '' where it is none. */
export function codeIn(text: string): string {
  const digits = text.replace(/^lianxin:voucher:/, '').replace(/[\s-]/g, '');
  return /^\d{12}$/.test(digits) ? digits : '';
}
