/** What docs/privacy.md says of how long something is kept is what the code does. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { complaintKeepDays } from '../../cloudfunctions/core/complaint/complaint';
import { keptMs } from '../../cloudfunctions/core/file/task';
import { defaultHelpPolicy } from '../../cloudfunctions/core/help/policy';
import { defaultStationPolicy } from '../../cloudfunctions/core/station/policy';
import { defaultVisitPolicy } from '../../cloudfunctions/core/visit/policy';
import { jobs } from '../../cloudfunctions/jobs/jobs';

const text = readFileSync(path.resolve(__dirname, '../../docs/privacy.md'), 'utf8');
const row = /^\| (.+?) \| (\d+) 天 \| (?:`([\w.]+)`|—) \| `([\w-]+)` \|$/gm;
const rows = [...text.matchAll(row)].map(([, what = '', days, policy, job = '']) => ({
  ...{ what, days: Number(days), policy, job },
}));

/** Every period that a community may decide. */
const periods = new Map([
  ['visit.noteDays', defaultVisitPolicy.noteDays],
  ['help.keepDays', defaultHelpPolicy.keepDays],
  ['station.reportRetentionDays', defaultStationPolicy.reportRetentionDays],
]);

test('each row names a job that runs, and each job stands in one row', () => {
  const names = rows.map(({ job }) => job);
  expect(names.filter((name) => !jobs.some((job) => job.name === name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toHaveLength(8);
});

test('each period is the code’s own', () => {
  const told = rows.flatMap(({ policy, days }) => (policy === undefined ? [] : [[policy, days] as const]));
  expect(new Map(told)).toEqual(periods);
  const complaints = rows.find(({ job }) => job === 'complaints');
  expect(complaints?.days).toBe(complaintKeepDays);
  const files = rows.filter((one) => one.policy === undefined && one !== complaints);
  expect(files.map(({ days }) => days * 86_400_000)).toEqual(files.map(() => keptMs));
});

test('every field of a community’s policy that keeps something for days stands in the table', () => {
  const sections = { visit: defaultVisitPolicy, help: defaultHelpPolicy, station: defaultStationPolicy };
  const fields = Object.entries(sections).flatMap(([section, policy]) =>
    Object.keys(policy).flatMap((name) =>
      /^(note|keep)Days$|RetentionDays$/.test(name) ? [`${section}.${name}`] : [],
    ),
  );
  expect(fields.sort()).toEqual([...periods.keys()].sort());
});
