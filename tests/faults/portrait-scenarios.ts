import type { ApiCloud } from '../support/api';
import { picture } from '../support/picture';
import type { Scenario } from './scenario';

/** A picture as a phone sends it. */
async function portraitOf(cloud: ApiCloud): Promise<string> {
  const { name, buffer } = picture('photos/portrait.jpg');
  return (await cloud.services()).storage.upload(name, buffer);
}

/** Writes about what people say of themselves, and about a grid worker's picture. */
export const portraitScenarios: readonly Scenario[] = [
  { name: 'person.setRoles', openid: 'o_neighbour', prepare: async () => ({ veteran: true }) },
  {
    name: 'person.setPortrait',
    openid: 'o_worker',
    prepare: async ({ cloud }) => ({ fileId: await portraitOf(cloud), agreed: true }),
  },
  {
    name: 'person.removePortrait',
    openid: 'o_worker',
    async prepare({ act, cloud }) {
      await act('o_worker', 'person.setPortrait', { fileId: await portraitOf(cloud), agreed: true });
      return {};
    },
  },
];
