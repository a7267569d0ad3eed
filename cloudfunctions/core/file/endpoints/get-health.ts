import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object } from '../../platform/validation';

/** Whether function `files` stands, for whoever sets an environment up. */
export const getFileHealth = signedInEndpoint({
  name: 'file.getHealth',
  input: object({}),
  identity: 'caller',
  idempotency: 'read',
  run: async () => done({ ready: true }),
});
