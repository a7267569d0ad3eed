import { openDatabase } from '../../../database';

/** Writes until it is killed, and says on its standard output what has been acknowledged. */
const [file = '', round = ''] = process.argv.slice(2);
const database = openDatabase({ file, now: () => new Date(), duplicateKeyForm: 'E11000' });
const caller = { token: '', strict: false, record: () => undefined };
const ask = async (action: string, request: Record<string, unknown>): Promise<Record<string, unknown>> => {
  const reply = await database.handle({ action: `database.${action}`, collectionName: 'things', ...request }, caller);
  if ('code' in reply) throw new Error(reply.message);
  return reply;
};

/** Two documents in one transaction, of which the sum is always the same. */
async function move(by: number): Promise<void> {
  const { transactionId } = await ask('startTransaction', {});
  for (const [id, amount] of [
    ['left', by],
    ['right', -by],
  ]) {
    await ask('modifyDocument', {
      transactionId,
      queryType: 'DOC',
      query: JSON.stringify({ _id: id }),
      data: JSON.stringify({ $inc: { balance: amount } }),
      multi: false,
      merge: true,
    });
  }
  await ask('commitTransaction', { transactionId });
}

async function main(): Promise<void> {
  for (let count = 0; ; count++) {
    await ask('insertDocument', {
      data: [
        JSON.stringify({
          _id: `${round}-${String(count)}`,
          round: Number(round),
          tags: ['x', count],
          u: `${round}/${String(count)}`,
        }),
      ],
    });
    await move(count);
    process.stdout.write(`${String(count)}\n`);
    if (count % 20 === 0) await new Promise(setImmediate);
  }
}
void main();
