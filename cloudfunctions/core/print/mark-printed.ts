import { cards, type Card } from '../card/card';
import { cardTextOf, isUpToDate } from '../card/rules/card-text';
import { withAct } from '../access/act';
import type { FileTask } from '../file/task';
import { communities } from '../place/community';
import type { Services } from '../platform/context';
import type { Change } from '../platform/database';
import type { Part } from './tasks/part';

/**
 * Notes with each card what its paper says: it waits for being handed out now, unless what it says changed while it was
 * drawn. A card that was noted by this task, or is in use no longer, is left alone. Two reads, one write a card.
 */
export async function markPrinted(services: Services, task: FileTask, printed: Part['printed']): Promise<void> {
  if (printed.length === 0) return;
  const { database } = services;
  const textOf = new Map(printed.map(({ token, text }) => [token, text]));
  const [community, found] = await Promise.all([
    database.get(communities, task.communityId),
    database.find(cards, { where: { _id: { oneOf: [...textOf.keys()] } }, limit: printed.length }),
  ]);
  if (!community) throw new Error(`there is no community ${task.communityId}`);
  for (const card of found) {
    const text = textOf.get(card._id);
    if (!text || card.state !== 'open' || card.paper?.taskId === task._id) continue;
    const isSo = isUpToDate(text, cardTextOf(community, card));
    await database.updateWhere(cards, { _id: card._id, state: 'open' }, change(services, task, { card, text, isSo }));
  }
}

function change(
  { clock }: Services,
  task: FileTask,
  {
    card,
    text,
    isSo,
  }: { readonly card: Card; readonly text: NonNullable<Card['paper']>['text']; readonly isSo: boolean },
): Change<Card> {
  const { personId, name = '', hat = 'gridWorker' } = task;
  const paper = { text, printedAt: clock.now(), taskId: task._id };
  const key = card.placeKey;
  const due = key === undefined ? {} : isSo ? { toHandOutKey: key } : { toPrintKey: key };
  return {
    set: {
      paper,
      ...due,
      ...withAct(card, { clock }, { login: { personId, name }, hat: { hat } }, 'file.printCards'),
    },
    ...(isSo && card.toPrintKey !== undefined && { unset: ['toPrintKey'] }),
  };
}
