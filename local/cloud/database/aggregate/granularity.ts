import { requestFailed } from '../errors';

/** One decade of each series of preferred numbers, from 1 to below 10. */
const renard80: readonly number[] = [
  '1 1.03 1.06 1.09 1.12 1.15 1.18 1.22 1.25 1.28 1.32 1.36 1.4 1.45 1.5 1.55 1.6 1.65 1.7 1.75',
  '1.8 1.85 1.9 1.95 2 2.06 2.12 2.18 2.24 2.3 2.36 2.43 2.5 2.58 2.65 2.72 2.8 2.9 3 3.07',
  '3.15 3.25 3.35 3.45 3.55 3.65 3.75 3.87 4 4.12 4.25 4.37 4.5 4.62 4.75 4.87 5 5.15 5.3 5.45',
  '5.6 5.8 6 6.15 6.3 6.5 6.7 6.9 7.1 7.3 7.5 7.75 8 8.25 8.5 8.75 9 9.25 9.5 9.75',
].flatMap((line) => line.split(' ').map(Number));
const every = (step: number, numbers: readonly number[]): number[] => numbers.filter((_, at) => at % step === 0);

/** E48, E96 and E192 are geometric, rounded to two places; 9.20 alone is not where it rounds to. */
function geometric(count: number): number[] {
  return Array.from({ length: count }, (_, at) => {
    const rounded = Math.round(10 ** (at / count + 2)) / 100;
    return rounded === 9.19 ? 9.2 : rounded;
  });
}

const series: Readonly<Record<string, readonly number[]>> = {
  R5: [1, 1.6, 2.5, 4, 6.3],
  R10: [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8],
  R20: every(4, renard80),
  R40: every(2, renard80),
  R80: renard80,
  '1-2-5': [1, 2, 5],
  E6: [1, 1.5, 2.2, 3.3, 4.7, 6.8],
  E12: [1, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 3.9, 4.7, 5.6, 6.8, 8.2],
  E24: [
    1, 1.1, 1.2, 1.3, 1.5, 1.6, 1.8, 2, 2.2, 2.4, 2.7, 3, 3.3, 3.6, 3.9, 4.3, 4.7, 5.1, 5.6, 6.2, 6.8, 7.5, 8.2, 9.1,
  ],
  E48: every(4, geometric(192)),
  E96: every(2, geometric(192)),
  E192: geometric(192),
};

/** Boundaries of a granularity around a number that is not negative: always another number than itself, but for 0. */
export interface Granularity {
  readonly above: (value: number) => number;
  readonly below: (value: number) => number;
}

/** @throws DatabaseError for a granularity that is not known */
export function granularityOf(name: string): Granularity {
  if (name === 'POWERSOF2')
    return {
      above: (value) => (value === 0 ? 0 : 2 ** (Math.floor(Math.log2(value)) + 1)),
      below: (value) => (value === 0 ? 0 : 2 ** (Math.ceil(Math.log2(value)) - 1)),
    };
  const numbers = Object.hasOwn(series, name) ? series[name] : undefined;
  if (!numbers) throw requestFailed(`Unknown rounding granularity '${name}'`);
  const around = (value: number): number[] => {
    const decade = Math.floor(Math.log10(value));
    return [decade - 1, decade, decade + 1].flatMap((power) =>
      numbers.map((number) => Number(`${String(number)}e${String(power)}`)),
    );
  };
  return {
    above: (value) => (value === 0 ? 0 : (around(value).find((number) => number > value) ?? value)),
    below: (value) =>
      value === 0
        ? 0
        : (around(value)
            .filter((number) => number < value)
            .at(-1) ?? value),
  };
}
