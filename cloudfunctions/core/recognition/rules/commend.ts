import type { CommendationRule } from '../../../../miniprogram/contracts/recognition';
import { absencesOf, addSums, timesOf, type MonthSums } from '../../review/rules/sums';

/** What a frozen month says of a member. */
export interface ReviewedMonth {
  readonly personId: string;
  readonly name: string;
  readonly month: string;
  readonly sums: MonthSums;
}

export interface Commended {
  readonly personId: string;
  readonly name: string;
  readonly meetings: number;
  readonly services: number;
}

/**
 * Who is commended (S3-10): whoever came to so many meetings and did so many services in all of these months, and was
 * never away without an excuse. By name; who erased theirs is not named.
 */
export function commend(months: readonly ReviewedMonth[], rule: CommendationRule): readonly Commended[] {
  const rowsOf = new Map<string, ReviewedMonth[]>();
  for (const row of months) rowsOf.set(row.personId, [...(rowsOf.get(row.personId) ?? []), row]);
  return [...rowsOf.values()]
    .flatMap((rows): Commended[] => {
      const last = rows.reduce((latest, row) => (row.month > latest.month ? row : latest));
      const { organization, service } = addSums(rows.map(({ sums }) => sums));
      const isCommended =
        last.name !== '' &&
        timesOf(organization) >= rule.meetings &&
        timesOf(service) >= rule.services &&
        absencesOf(organization) <= 0;
      const { personId, name } = last;
      return isCommended ? [{ personId, name, meetings: timesOf(organization), services: timesOf(service) }] : [];
    })
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

const keyOf = ({ name, personId }: Commended): string => `${name}:${personId}`;

const monthsOfYear = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** Months of a period: the one that it is, or the twelve of a year. */
export function monthsOf(period: string): readonly string[] {
  return period.length > 4 ? [period] : monthsOfYear.map((month) => `${period}-${month}`);
}

/** What may be drafted: every frozen month, and each year of which the last month is frozen; the newest first. */
export function periodsOf(frozen: readonly string[]): readonly string[] {
  const years = frozen.filter((month) => month.endsWith('-12')).map((month) => month.slice(0, 4));
  return newestFirst([...frozen, ...years]);
}

/** A year comes before its months: it ends with the last of them. */
export function newestFirst(periods: readonly string[]): readonly string[] {
  const keyOfPeriod = (period: string) => (period.length > 4 ? period : `${period}-13`);
  return [...new Set(periods)].sort((one, other) => (keyOfPeriod(one) < keyOfPeriod(other) ? 1 : -1));
}
