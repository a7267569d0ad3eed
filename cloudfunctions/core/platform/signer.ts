import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { parseKeys, type VerifyingKey } from './key-ring';

/** Signs texts so that whoever has the public key can tell, without us, that they are ours. */
export interface Signer {
  /** The public half of the key: 32 bytes in base64. */
  readonly publicKey: string;
  /** Every key whose signatures count, oldest first; the last one signs. */
  readonly keys: readonly VerifyingKey[];
  /** Ed25519 in base64. */
  sign(text: string): string;
}

/** What stands before the 32 bytes of a public Ed25519 key in its standard encoding. */
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const keyBytes = 32;

/**
 * @param privateKey Ed25519, PKCS#8 in base64
 * @param publicKeys every key that signs or signed, its own last (`formatKeys`); '' where it is the only one
 * @throws Error when it is no such key, or not the last one that is named
 */
export function openSigner(privateKey: string, publicKeys = ''): Signer {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('the signing key is no Ed25519 key');
  const bytes = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-keyBytes);
  const publicKey = bytes.toString('base64');
  const keys = publicKeys === '' ? [{ publicKey, from: '' }] : parseKeys(publicKeys);
  if (keys.at(-1)?.publicKey !== publicKey) throw new Error('the signing key is not the newest of the public keys');
  return {
    publicKey,
    keys,
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  };
}

/** Whether a text was signed with the private half of this key; false, too, for what is no key or signature. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = publicKeyOf(publicKey);
  return key !== undefined && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}

function publicKeyOf(publicKey: string): KeyObject | undefined {
  const bytes = Buffer.from(publicKey, 'base64');
  if (bytes.length !== keyBytes) return undefined;
  return createPublicKey({ key: Buffer.concat([publicPrefix, bytes]), format: 'der', type: 'spki' });
}
