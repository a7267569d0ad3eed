import { isSignedBy, openSigner } from '../../cloudfunctions/core/platform/signer';
import { developmentSigningKey } from '../../local/demo/signing-key';
import { chooseSigningKey, describeKey } from '../../tools/deploy/signing-key';

const made = chooseSigningKey(undefined, undefined);

describe('the key of anchors and slips', () => {
  it('is made where there is none, shown once, and kept from then on', () => {
    expect(made.origin).toBe('made');
    expect(describeKey(made).join('\n')).toContain(made.privateKey);
    const kept = chooseSigningKey(undefined, made.privateKey);
    expect(kept).toMatchObject({ origin: 'kept', publicKey: made.publicKey });
    expect(describeKey(kept).join('\n')).not.toContain(made.privateKey);
  });

  it('may be given, unless another is there, everybody knows it, or it is no such key', () => {
    expect(chooseSigningKey(made.privateKey, undefined)).toMatchObject({ origin: 'given', publicKey: made.publicKey });
    const other = chooseSigningKey(undefined, undefined);
    expect(() => chooseSigningKey(other.privateKey, made.privateKey)).toThrow('another than the environment');
    expect(() => chooseSigningKey(developmentSigningKey, undefined)).toThrow('which everybody knows');
    expect(() => chooseSigningKey('nonsense', undefined)).toThrow();
  });

  it('signs what its public half alone verifies', () => {
    const signer = openSigner(made.privateKey);
    const signature = signer.sign('text');
    expect(isSignedBy(made.publicKey, 'text', signature)).toBe(true);
    expect(isSignedBy(made.publicKey, 'other text', signature)).toBe(false);
    expect(isSignedBy(chooseSigningKey(undefined, undefined).publicKey, 'text', signature)).toBe(false);
    expect(isSignedBy('no key', 'text', signature)).toBe(false);
    expect(isSignedBy(made.publicKey, 'text', 'no signature')).toBe(false);
  });
});
