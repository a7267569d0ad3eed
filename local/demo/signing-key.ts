import { createHash } from 'node:crypto';

/** What stands before the 32 bytes of a private Ed25519 key in PKCS#8. */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

const seed = createHash('sha256')
  .update('Lianxin development key: everybody knows it, so that it proves nothing')
  .digest();

/**
 * The key with which demo and tests sign anchors and slips: made of a text that everybody can read here, so that what
 * it signs proves nothing. A deployment refuses it. Ed25519, PKCS#8 in base64.
 */
export const developmentSigningKey = Buffer.concat([privatePrefix, seed]).toString('base64');

/** What functions find in their environment on one machine. */
export const demoEnvironment: Readonly<Record<string, string>> = { LEDGER_SIGNING_KEY: developmentSigningKey };
