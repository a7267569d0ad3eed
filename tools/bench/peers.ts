/** What other mini-programs cost, as it was measured once (`peers.json`), beside what ours costs in this run. */
import path from 'node:path';
import * as v from 'valibot';
import { readJson } from '../json';
import { tableOf } from '../table';
import type { Row } from './measurements';

const deeds = ['home', 'list', 'detail', 'create', 'claim', 'points'] as const;
type Deed = (typeof deeds)[number];

/** Billed calls of a deed: the invocation, each read and write, a transaction's begin and end. */
const calls = v.record(v.string(), v.number());
const peersShape = v.looseObject({ measured: v.string(), mainPackageKB: calls });
const peerShape = v.looseObject({ calls });

/** The label of ours that does the same. */
const labels: Readonly<Record<Deed, string>> = {
  home: 'home.get (resident)',
  list: 'order.listMine (open)',
  detail: 'order.get',
  create: 'order.create',
  claim: 'order.accept',
  points: 'passbook.get (service)',
};

export interface Peers {
  /** When and how it was measured. */
  readonly measured: string;
  /** By name, the oldest of ours among them. */
  readonly callsOf: ReadonlyMap<string, Readonly<Record<string, number>>>;
  readonly mainPackageKB: Readonly<Record<string, number>>;
}

/** @throws where the file is not what it was copied as */
export function readPeers(file = path.join(__dirname, 'peers.json')): Peers {
  const { measured, mainPackageKB, ...others } = readJson(file, peersShape);
  const callsOf = new Map(
    Object.entries(others).flatMap(([name, peer]) => {
      const read = v.safeParse(peerShape, peer);
      return read.success ? [[name, read.output.calls] as const] : [];
    }),
  );
  return { measured, callsOf, mainPackageKB };
}

/** Ours by deed, out of the rows of this run; a deed that was not measured is missing. Pure. */
export function callsOfRows(rows: readonly Row[]): Readonly<Partial<Record<Deed, number>>> {
  const found = deeds.flatMap((deed) => {
    const row = rows.find(({ label }) => label === labels[deed]);
    return row ? [[deed, 1 + row.reads + row.writes] as const] : [];
  });
  return Object.fromEntries(found);
}

/** A table of billed calls, ours last, and the sizes of main packages. */
export function peersTable({ callsOf, mainPackageKB, measured }: Peers, rows: readonly Row[], mainKB: number): string {
  const all = [...callsOf, ['this run', callsOfRows(rows)] as const];
  const lines = all.map(([name, cost]) => [
    name,
    ...deeds.map((deed) => cost[deed] ?? '-'),
    name === 'this run' ? mainKB : (mainPackageKB[name] ?? '-'),
  ]);
  return `billed calls and the main package (${measured})\n${tableOf(['product', ...deeds, 'main KB'], lines)}`;
}
