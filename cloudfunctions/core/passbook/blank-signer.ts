import type { Act } from '../access/act';
import type { Database } from '../platform/database';
import { reversals, type Reversal } from './disputes/reversal';
import { grantMonths, grants, type Grant } from './grants/grant';

/** The most that one query gives (platform/database.ts). */
const atOnce = 99;
const hands = ['proposal.personId', 'settled.personId'] as const;

/** A name beside the one who bears it. */
interface Named {
  readonly personId: string;
  readonly name: string;
}

/** What names those who proposed and settled something, and whatever else they did to it. */
interface Signed {
  readonly proposal: Named | null;
  readonly settled: Named | null;
  readonly acts?: readonly Act[] | undefined;
}

const without = <Hand extends Named>(hand: Hand, personId: string): Hand =>
  hand.personId === personId ? { ...hand, name: '' } : hand;

/** Something that two people signed, with somebody's name gone; who it was stays by id, as in every line. Pure. */
export function withoutSigner<Case extends Signed>(signed: Case, personId: string): Case {
  const { proposal, settled, acts } = signed;
  return {
    ...signed,
    proposal: proposal && without(proposal, personId),
    settled: settled && without(settled, personId),
    ...(acts && { acts: acts.map((act) => without(act, personId)) }),
  };
}

/**
 * Takes somebody's name out of what they proposed, signed or refused: lines by hand, undoings, what they gave in a
 * month. It may be repeated, and grows with what they signed. What was settled between reading and writing keeps its
 * words: a repetition takes them.
 */
export async function blankSigner(database: Database, personId: string): Promise<void> {
  for (const hand of hands) {
    await eachOf<Grant>(
      (after) => database.find(grants, behind(hand, personId, after)),
      async ({ _id, state, ...grant }) => {
        const { proposal, settled, acts } = withoutSigner(grant, personId);
        await database.updateWhere(grants, { _id, state }, { set: { proposal, settled, ...(acts && { acts }) } });
      },
    );
    await eachOf<Reversal>(
      (after) => database.find(reversals, behind(hand, personId, after)),
      async ({ _id, state, ...reversal }) => {
        const { proposal, settled, acts } = withoutSigner(reversal, personId);
        await database.updateWhere(reversals, { _id, state }, { set: { proposal, settled, ...(acts && { acts }) } });
      },
    );
  }
  await database.updateWhere(grantMonths, { personId }, { set: { name: '' } });
}

const behind = (hand: (typeof hands)[number], personId: string, after: string) => ({
  where: { [hand]: personId, _id: { gt: after } },
  sort: { _id: 'asc' as const },
  limit: atOnce,
});

async function eachOf<Case extends { readonly _id: string }>(
  read: (after: string) => Promise<readonly Case[]>,
  write: (one: Case) => Promise<void>,
): Promise<void> {
  for (let after = ''; ;) {
    const page = await read(after);
    for (const one of page) await write(one);
    const last = page.at(-1);
    if (!last || page.length < atOnce) return;
    after = last._id;
  }
}
