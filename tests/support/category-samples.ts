import type { EndpointName, Input } from '../../miniprogram/contracts/api';

const requestId = 'sample-request-1';

/** What can be asked for, as clients ask for it and as the secretary changes it. */
export const categorySamples = {
  'policy.listOffered': { token: 'Card7Courtyard1East' },
  'policy.listCategories': {},
  'policy.saveCategory': {
    category: {
      key: 'schooling',
      name: '孩子入学',
      skill: 'schooling',
      kind: 'agency',
      privacy: 'onRequest',
      checklist: ['户口本'],
      emergency: false,
      promise: { dispatchWithinHours: 12, acceptWithinHours: 48, completeWithinDays: 7 },
      retired: false,
    },
    reason: '开学季',
    requestId,
  },
} satisfies { readonly [Name in EndpointName]?: Required<Input<Name>> };
