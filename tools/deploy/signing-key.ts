import { generateKeyPairSync } from 'node:crypto';
import { openSigner } from '../../cloudfunctions/core/platform/signer';
import { developmentSigningKey } from '../../local/demo/signing-key';
import type { Manager } from './manager';

/** The functions' variable that holds the key of anchors and slips. */
export const signingKeyName = 'LEDGER_SIGNING_KEY';

export interface SigningKey {
  /** Ed25519, PKCS#8 in base64. */
  readonly privateKey: string;
  readonly publicKey: string;
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

function isMissing(error: unknown): boolean {
  return error instanceof Error && /ResourceNotFound|not exist|不存在/i.test(`${error.name} ${error.message}`);
}

/**
 * The key that signs from now on: the one that is given, else the one that is there, else a new one.
 * @throws Error for the key that everybody knows, for what is no Ed25519 key, and for one that would replace another:
 * what the older one signed could not be verified any more
 */
export function chooseSigningKey(given: string | undefined, present: string | undefined): SigningKey {
  if (given === developmentSigningKey)
    throw new Error(`${signingKeyName} is the development key, which everybody knows`);
  if (given && present && given !== present)
    throw new Error(`${signingKeyName} is another than the environment's: what that one signed would not verify`);
  const known = given ?? present;
  const privateKey = known ?? makeKey();
  const origin = given ? 'given' : present ? 'kept' : 'made';
  return { privateKey, publicKey: openSigner(privateKey).publicKey, origin };
}

function makeKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

/** What a person is told of it; a key that was made is printed this once, to be kept on paper. */
export function describeKey({ publicKey, privateKey, origin }: SigningKey): string[] {
  const told = [`slips and anchors are verified with the public key ${publicKey}`];
  if (origin !== 'made') return told;
  return [...told, `${signingKeyName} was made; keep it where the committee keeps its seal: ${privateKey}`];
}
