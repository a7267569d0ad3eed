import type { Anchor } from '../../cloudfunctions/core/passbook/anchor/anchor';
import {
  addUpAnchors,
  nextAnchor,
  noAnchors,
  type AnchorState,
} from '../../cloudfunctions/core/passbook/anchor/anchor-chain';
import { countsOn, formatKeys } from '../../cloudfunctions/core/platform/key-ring';
import { isSignedBy, openSigner, type Signer } from '../../cloudfunctions/core/platform/signer';
import { developmentSigningKey } from '../../local/demo/signing-key';
import {
  chooseSigningKey,
  describeKey,
  publicKeysName,
  signingKeyName,
  type SigningKey,
} from '../../tools/deploy/signing-key';

const made = chooseSigningKey({});
const publicKeyOf = ({ keys }: SigningKey) => keys.at(-1)!.publicKey;
const variablesOf = ({ privateKey, keys }: SigningKey) => ({
  [signingKeyName]: privateKey,
  [publicKeysName]: formatKeys(keys),
});

describe('the key of anchors and slips', () => {
  it('is made where there is none, shown once, and kept from then on', () => {
    expect(made.origin).toBe('made');
    expect(describeKey(made).join('\n')).toContain(made.privateKey);
    const present = { [signingKeyName]: made.privateKey };
    const kept = chooseSigningKey({ present });
    expect(kept).toMatchObject({ origin: 'kept', keys: [{ publicKey: publicKeyOf(made), from: '' }] });
    expect(describeKey(kept).join('\n')).not.toContain(made.privateKey);
  });

  it('may be given, unless another is there, everybody knows it, or it is no such key', () => {
    expect(chooseSigningKey({ given: made.privateKey })).toMatchObject({ origin: 'given', keys: made.keys });
    const { privateKey: given } = chooseSigningKey({});
    expect(() => chooseSigningKey({ given, present: variablesOf(made) })).toThrow('--rotate-key');
    expect(() => chooseSigningKey({ given: developmentSigningKey })).toThrow('which everybody knows');
    expect(() => chooseSigningKey({ given: 'nonsense' })).toThrow();
  });

  it('is replaced where somebody asks for it, and the older ones still count for their days', () => {
    const second = chooseSigningKey({ present: variablesOf(made), rotatedOn: '2026-12-01' });
    expect(second.origin).toBe('made');
    const { privateKey: given } = chooseSigningKey({});
    const third = chooseSigningKey({ given, present: variablesOf(second), rotatedOn: '2027-03-01' });
    expect(third).toMatchObject({ privateKey: given, origin: 'given' });
    const [one, two, three] = [made, second, third].map(publicKeyOf);
    expect(third.keys).toEqual([
      { publicKey: one, from: '' },
      { publicKey: two, from: '2026-12-01' },
      { publicKey: three, from: '2027-03-01' },
    ]);
    expect(describeKey(third).map((line) => line.split(': ')[1])).toEqual([one, two, three]);
    const days = ['2026-11-30', '2026-12-01', '2026-12-02', '2027-03-01', '2027-03-02'];
    const counting = [one!, two!, three!].map((key) => days.filter((day) => countsOn(third.keys, key, day)));
    expect(counting).toEqual([days.slice(0, 2), days.slice(1, 4), days.slice(3)]);
    expect(countsOn(third.keys, publicKeyOf(chooseSigningKey({})), '2026-12-01')).toBe(false);
    expect(() => chooseSigningKey({ present: variablesOf(third), rotatedOn: '2027-02-01' })).toThrow('later day');
    expect(() => openSigner(made.privateKey, formatKeys(third.keys))).toThrow('not the newest');
  });

  it('anchors go on under the next key, and the older one anchors nothing later', () => {
    const second = chooseSigningKey({ present: variablesOf(made), rotatedOn: '2026-12-01' });
    const signers = [openSigner(made.privateKey), openSigner(second.privateKey, formatKeys(second.keys))] as const;
    const night = (state: AnchorState, day: string, signer: Signer) =>
      nextAnchor(state, { communityId: 'c', at: new Date(`${day}T02:00:00+08:00`), found: [] }, signer);
    const sum = (anchors: readonly Anchor[]) => addUpAnchors(anchors, second.keys, null);
    const first = night(noAnchors, '2026-11-30', signers[0]);
    const next = night(sum([first]).state, '2026-12-02', signers[1]);
    expect(sum([first, next])).toMatchObject({ fault: null, state: { newest: { number: 2 } } });
    const forged = night(sum([first]).state, '2026-12-02', signers[0]);
    expect(sum([first, forged]).fault).toEqual({ day: '2026-12-02', why: 'signature' });
    expect(addUpAnchors([first, next], made.keys, null).fault).toEqual({ day: '2026-12-02', why: 'signature' });
  });

  it('signs what its public half alone verifies', () => {
    const signer = openSigner(made.privateKey);
    const signature = signer.sign('text');
    expect(isSignedBy(publicKeyOf(made), 'text', signature)).toBe(true);
    expect(isSignedBy(publicKeyOf(made), 'other text', signature)).toBe(false);
    expect(isSignedBy(publicKeyOf(chooseSigningKey({})), 'text', signature)).toBe(false);
    expect(isSignedBy('no key', 'text', signature)).toBe(false);
    expect(isSignedBy(publicKeyOf(made), 'text', 'no signature')).toBe(false);
  });
});
