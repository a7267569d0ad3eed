/** Which list the orders tab opens with next: a tab takes no query. */
let wanted = '';

export function wantList(list: string): void {
  wanted = list;
}

export function takeWantedList(): string {
  const list = wanted;
  wanted = '';
  return list;
}
