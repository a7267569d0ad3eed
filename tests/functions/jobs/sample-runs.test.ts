import { jobs } from '../../../cloudfunctions/jobs/jobs';
import { recordedJobs } from '../../support/community/runs';

test('the sample community knows every job that leaves a record', () => {
  const recorded = jobs.filter(({ every }) => every !== 'run').map(({ name }) => name);
  expect([...recordedJobs].sort()).toEqual(recorded.sort());
});
