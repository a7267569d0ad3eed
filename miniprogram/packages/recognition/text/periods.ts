/** Months and years as their lists are named. */

/** `2026 年 10 月`, `2026 年` */
export function periodTitle(period: string): string {
  const year = `${period.slice(0, 4)} 年`;
  return period.length > 4 ? `${year} ${Number(period.slice(5))} 月` : year;
}
