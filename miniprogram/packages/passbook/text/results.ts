/** What was done about an entry, in a word. */
export const upheldResult = '回过话了，这一笔照旧';

export function signedResult(agreed: boolean): string {
  return agreed ? '冲正好了' : '没冲，这一笔照旧';
}
export const erasureAskedResult = '提上去了，等另一个管账的人看';
