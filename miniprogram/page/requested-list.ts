/** Which list the orders tab opens with next: a tab takes no query. */
let requested = '';

export function requestList(list: string): void {
  requested = list;
}

export function takeRequestedList(): string {
  const list = requested;
  requested = '';
  return list;
}
