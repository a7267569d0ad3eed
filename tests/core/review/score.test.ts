import fc from 'fast-check';
import { reviewSources } from '../../../miniprogram/contracts/review';
import { defaultReviewPolicy } from '../../../cloudfunctions/core/review/policy';
import { addScores, scoreOf, scoringOf } from '../../../cloudfunctions/core/review/rules/score';
import { noSums } from '../../../cloudfunctions/core/review/rules/sums';

const sums = {
  organization: { points: 7, times: 3, absences: 2, lateLines: 1, latePoints: 1 },
  service: { points: 5, times: 4, absences: 0, lateLines: 1, latePoints: -2 },
};
const weights = { organization: 50, attendance: 100, absence: -150, service: 33, residents: 200 };

test('nobody is assessed until a community chooses by what', () => {
  expect(scoreOf(scoringOf(defaultReviewPolicy), sums)).toBeUndefined();
});

test.each([
  [['organization'], 4],
  [['attendance'], 3],
  [['absence'], -3],
  [['service'], 1],
  [['residents'], 8],
  [['residents', 'organization', 'absence'], 9],
] as const)('%j come to %d by their weights', (sources, score) => {
  const scoring = scoringOf({ sources, weights });
  expect(scoring.map(({ source }) => source)).toEqual(
    reviewSources.filter((one) => sources.some((own) => own === one)),
  );
  expect(scoreOf(scoring, sums)).toBe(score);
});

test('a month with nothing in it is a plain zero, and a year adds those months up that have a score', () => {
  expect(Object.is(scoreOf(scoringOf({ sources: ['absence'], weights }), noSums), 0)).toBe(true);
  expect(addScores([undefined, undefined])).toBeUndefined();
  expect(addScores([0.1, undefined, 0.2])).toBe(0.3);
});

test('more of what counts never lowers a score, and of an absence never raises one', () => {
  const whole = fc.integer({ min: 0, max: 300 });
  fc.assert(
    fc.property(
      fc.subarray([...reviewSources]),
      fc.constantFrom(...reviewSources),
      whole,
      whole,
      (chosen, more, a, b) => {
        const scoring = scoringOf({ sources: chosen, weights });
        const at = (amount: number) => {
          const organization = { ...noSums.organization };
          const service = { ...noSums.service };
          if (more === 'organization') organization.points = amount;
          if (more === 'attendance') organization.times = amount;
          if (more === 'absence') organization.absences = amount;
          if (more === 'service') service.points = amount;
          if (more === 'residents') service.times = amount;
          return scoreOf(scoring, { organization, service }) ?? 0;
        };
        const rise = at(a + b) - at(a);
        if (more === 'absence') expect(rise).toBeLessThanOrEqual(0);
        else expect(rise).toBeGreaterThanOrEqual(0);
        if (!chosen.includes(more)) expect(rise).toBe(0);
      },
    ),
  );
});
