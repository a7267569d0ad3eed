/** What leads to all wishes, with their number. */
export function allWishes(total: number): string {
  return `全部 ${total} 个`;
}
