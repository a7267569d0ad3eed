/** What the panel beside the phone shows of this product: the names of its hats, and the switch of elder mode. */
import { switchValue, uniqueId, type PanelOptions } from '@lianxin/local-phone';
import { hats } from '../../miniprogram/contracts/hat';
import { hatName } from '../../miniprogram/text/person/hats';

export const panel: PanelOptions = {
  hatNames: Object.fromEntries(hats.map((hat) => [hat, hatName(hat)])),
  switches: [
    {
      label: '长辈版',
      function: 'api',
      read: { event: { name: 'person.getSession', input: {} }, path: ['data', 'elder'] },
      write: { event: { name: 'person.saveSettings', input: { elder: switchValue, requestId: uniqueId } } },
    },
  ],
};
