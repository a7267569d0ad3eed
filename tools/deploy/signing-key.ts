import { generateKeyPairSync } from 'node:crypto';
import { formatKeys, keyIdOf, parseKeys, type VerifyingKey } from '../../cloudfunctions/core/platform/key-ring';
import { openSigner } from '../../cloudfunctions/core/platform/signer';
import { developmentSigningKey } from '../../local/demo/signing-key';
import type { Manager } from './manager';
import { isMissing } from './missing';

/** The functions' variable that holds the key of anchors and slips. */
export const signingKeyName = 'LEDGER_SIGNING_KEY';
/** The variable that holds every public key whose signatures count. */
export const publicKeysName = 'LEDGER_PUBLIC_KEYS';

export interface SigningKey {
  /** Ed25519, PKCS#8 in base64. */
  readonly privateKey: string;
  /** Every key whose signatures count, oldest first; this one is the last. */
  readonly keys: readonly VerifyingKey[];
  readonly origin: 'given' | 'kept' | 'made';
}

type Variables = Readonly<Record<string, string>>;

/** A function's variables as the environment has them; none where there is no such function yet. */
export async function readVariables({ functions }: Pick<Manager, 'functions'>, name: string): Promise<Variables> {
  try {
    const { Environment } = await functions.getFunctionDetail(name);
    return Object.fromEntries(Environment.Variables.map(({ Key, Value }) => [Key, Value]));
  } catch (error) {
    if (isMissing(error)) return {};
    throw error;
  }
}

/** What decides on the key of a deployment. */
export interface KeyChoice {
  /** The key that this process was given. */
  readonly given?: string | undefined;
  /** The functions' variables, as the environment has them. */
  readonly present?: Variables;
  /** Another key is to sign from this day on, in Asia/Shanghai: the given one, else a new one. */
  readonly rotatedOn?: string | undefined;
}

/**
 * The key that signs from now on: the one that is given, else the one that is there, else a new one. The older ones
 * stay among the public keys, so that what they signed still verifies.
 * @throws Error for the key that everybody knows, for what is no Ed25519 key, and for one that would replace another
 * without being asked to
 */
export function chooseSigningKey({ given, present = {}, rotatedOn }: KeyChoice): SigningKey {
  if (given === developmentSigningKey)
    throw new Error(`${signingKeyName} is the development key, which everybody knows`);
  const old = present[signingKeyName];
  if (!old) return onlyKey(given);
  const { keys } = openSigner(old, present[publicKeysName]);
  const isOther = given !== undefined && given !== old;
  if (isOther && rotatedOn === undefined)
    throw new Error(`${signingKeyName} is another than the environment's: say --rotate-key where it is to replace it`);
  if (rotatedOn === undefined) return { privateKey: old, keys, origin: given === undefined ? 'kept' : 'given' };
  const privateKey = isOther ? given : makeKey();
  const { publicKey } = openSigner(privateKey);
  const rotated = parseKeys(formatKeys([...keys, { publicKey, from: rotatedOn }]));
  return { privateKey, keys: rotated, origin: isOther ? 'given' : 'made' };
}

function onlyKey(given: string | undefined): SigningKey {
  const privateKey = given ?? makeKey();
  return { privateKey, keys: openSigner(privateKey).keys, origin: given === undefined ? 'made' : 'given' };
}

function makeKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

/** What a person is told of it; a key that was made is printed this once, to be kept on paper. */
export function describeKey({ keys, privateKey, origin }: SigningKey): string[] {
  const told = keys.map(({ publicKey, from }) => {
    const since = from === '' ? 'from the beginning' : `from ${from}`;
    return `slips and anchors ${since} are verified with the public key ${keyIdOf(publicKey)}: ${publicKey}`;
  });
  if (origin !== 'made') return told;
  return [...told, `${signingKeyName} was made; keep it where the committee keeps its seal: ${privateKey}`];
}
