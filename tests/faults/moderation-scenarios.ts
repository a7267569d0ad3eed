import { picture } from '../support/picture';
import { create } from './order-scenarios';
import type { Scenario, Steps } from './scenario';

const hiding = { part: 'words', show: false, reason: 'personal-data' } as const;

async function hidden(steps: Steps): Promise<string> {
  const { orderId } = await create(steps);
  await steps.act('o_secretary', 'order.moderate', { orderId, ...hiding });
  return orderId;
}

/** An order with a photograph that passed its check. */
async function pictured({ act, cloud }: Steps): Promise<{ orderId: string; fileId: string }> {
  const { name, buffer } = picture('photos/face.jpg');
  const fileIds = [await (await cloud.services()).storage.upload(name, buffer)];
  const asked = { category: 'repair', words: '灯坏了', when: 'any', fileIds } as const;
  const { orderId, photos } = await act('o_resident', 'order.create', { ...asked, fileIds });
  const shown = photos.map(({ fileId }) => ({ fileId, traceId: null, state: 'shown' }));
  await cloud.change('orders', orderId, { photos: shown, traces: [] });
  return { orderId, fileId: photos[0]?.fileId ?? '' };
}

/** Writes about what others read of an order. */
export const moderationScenarios: readonly Scenario[] = [
  {
    name: 'order.moderate',
    openid: 'o_secretary',
    prepare: async (steps) => ({ orderId: (await create(steps)).orderId, ...hiding }),
  },
  {
    name: 'order.appealHidden',
    openid: 'o_resident',
    prepare: async (steps) => ({ orderId: await hidden(steps), part: 'words', words: '是我自己家的门牌' }),
  },
  {
    name: 'order.blackOutWords',
    openid: 'o_resident',
    prepare: async (steps) => ({ orderId: (await create(steps)).orderId, part: 'words' }),
  },
  {
    name: 'order.redactPhoto',
    openid: 'o_resident',
    prepare: async (steps) => ({
      ...(await pictured(steps)),
      rectangles: [{ left: 0, top: 0, width: 5_000, height: 5_000 }],
    }),
  },
];
