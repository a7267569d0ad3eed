/** Why hours hold where working days were promised; '' where nothing is missing. */
export function calendarUnknownLine(year: number | undefined, hours = 72): string {
  return year === undefined ? '' : `${year} 年的放假安排还没公布，先按 ${hours} 小时算。`;
}
