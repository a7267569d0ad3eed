import type { CommendationRule } from '../../../../miniprogram/contracts/recognition';
import type { Database } from '../../platform/database';
import { hashOf } from '../../platform/ids';
import { reviewIdOf } from '../../review/review';
import { readRows } from '../../review/store';
import { commend, monthsOf, type Commended } from '../rules/commend';

/** A list as it follows from frozen months. */
export interface CommendationDraft {
  readonly period: string;
  readonly rule: CommendationRule;
  readonly people: readonly Commended[];
  readonly missing: readonly string[];
  readonly digest: string;
}

const digestLength = 16;

/** Drafts a list from the rows of frozen months, which nothing changes any more. One read a month for 99 members. */
export async function draftCommendation(
  database: Database,
  branchId: string,
  {
    period,
    frozen,
    rule,
  }: { readonly period: string; readonly frozen: readonly string[]; readonly rule: CommendationRule },
): Promise<CommendationDraft> {
  const months = monthsOf(period);
  const read = months.filter((month) => frozen.includes(month));
  const rows = await Promise.all(read.map((month) => readRows(database, reviewIdOf(branchId, month))));
  const people = commend(rows.flat(), rule);
  const missing = months.filter((month) => !frozen.includes(month));
  const facts = people.map(({ personId, meetings, services }) => [personId, meetings, services]);
  const digest = hashOf([period, rule, missing, facts]).slice(0, digestLength);
  return { period, rule, people, missing, digest };
}
