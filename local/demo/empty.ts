import * as v from 'valibot';
import type { Database, DemoSource } from '@lianxin/local-cloud';
import { wholeForms } from './forms';

/** WeChat users whom nobody knows yet, each with a number that WeChat would prove. */
const names = ['新用户甲', '新用户乙', '新用户丙', '新用户丁', '新用户戊', '新用户己'];

const cardShape = v.object({ _id: v.string(), state: v.string(), place: v.object({ label: v.string() }) });
/** More cards than somebody issues by hand to try the product. */
const maxCards = 200;

/** What a phone's scanner can pick: the cards that were issued, by the door that they are for. */
function issuedCards(database: Database): { token: string; label: string }[] {
  const issued = database.browse('cards', { limit: maxCards }).map((document) => v.parse(cardShape, document));
  return issued.filter(({ state }) => state === 'open').map(({ _id: token, place: { label } }) => ({ token, label }));
}

/** An environment in which nobody has set anything up: no community, no person, no card. */
export function createEmptyEnvironment(): DemoSource {
  return {
    load: (database) => database.load('forms', wholeForms),
    personas: () =>
      names.map((name, index) => ({
        openid: `fresh-${index + 1}`,
        name,
        hats: ['anonymous'],
        communityId: 'empty',
        communityName: '还没有社区',
        phoneNumber: `1640000100${index + 1}`,
      })),
    cards: issuedCards,
  };
}
