import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesUnder } from '../files';

const root = path.resolve(__dirname, '../..');

/** What an endpoint's docblock says that a call costs, in database requests; the people who are notified are in it. */
export interface StatedCost {
  readonly reads: number;
  readonly writes: number;
}

/** Whose cost grows with what it walks over: counted by lines and people, not by call. */
export type Cost = StatedCost | 'grows';

/** A docblock, and the name of the endpoint that it stands above. */
const endpointForm =
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const \w+ = (?:signedInEndpoint|endpoint)\(\{\s*name: '([\w.]+)'/;
/** What endpoints of a folder share is none itself. */
const endsAtCaller = /\b(?:signedInEndpoint|endpoint)\(\{/;
const counts = String.raw`(\d+) reads?(?:, (\d+) writes?)?`;
const toNotify = String.raw`; to notify, (?:(\d+) reads?, )?(\d+) writes?`;
const costForm = new RegExp(String.raw`^ \* Cost: (?:grows with [\w ]+|${counts}(?:${toNotify})?)\.$`, 'm');

/**
 * The costs that the docblocks of all endpoints state, by endpoint.
 * @throws for an endpoint whose docblock has no cost in the fixed form
 */
export function readStatedCosts(): ReadonlyMap<string, Cost> {
  const files = filesUnder(path.join(root, 'cloudfunctions/core')).filter(
    (file) => file.includes('/endpoints/') && path.basename(file) !== 'index.ts',
  );
  const sources = files.map((file) => [path.relative(root, file), readFileSync(file, 'utf8')] as const);
  return new Map(sources.filter(([, source]) => endsAtCaller.test(source)).map((source) => readCost(...source)));
}

/** `Cost: 2 reads, 1 write; to notify, 1 read, 2 writes.`, without the parts that are none; or `Cost: grows with ….` */
export function readCost(file: string, source: string): readonly [string, Cost] {
  const [, docblock = '', name] = endpointForm.exec(source) ?? [];
  if (name === undefined) throw new Error(`${file}: no docblock above an endpoint`);
  const cost = costForm.exec(docblock);
  if (!cost) throw new Error(`${file}: say "Cost: 2 reads, 1 write." in the docblock of ${name}`);
  const [, reads, writes = '0', notifyReads = '0', notifyWrites = '0'] = cost;
  if (reads === undefined) return [name, 'grows'];
  return [name, { reads: Number(reads) + Number(notifyReads), writes: Number(writes) + Number(notifyWrites) }];
}
