/** A refusal that has this text. */
export interface Refusal {
  readonly refusedWith: string;
}
export const refusedWith = (text: string): Refusal => ({ refusedWith: text });

/** An operator's argument, and what it makes of the sample document; `undefined` is a field that is not there. */
export type Case = readonly [argument: unknown, expected: unknown];
/** Cases by the name of the operator's page, `db.command.aggregate.<name>`. */
export type Cases = Readonly<Record<string, readonly Case[]>>;

export const at = new Date('2019-05-14T09:38:51.686Z');

/** What the expressions of all cases stand on. */
export const sampleDocument = {
  _id: 'sample',
  negative: -1.5,
  seven: 7,
  zero: 0,
  list: [3, 1, 2],
  words: ['b', 'a', 'b'],
  mixed: [1, 'x', null, 5],
  none: [],
  nil: null,
  text: 'Hello',
  nickname: '心谭',
  blank: '',
  at,
  object: { a: 1, b: { c: 2 } },
  items: [{ n: 1 }, { n: 2 }, { m: 3 }],
  yes: true,
  no: false,
};
