#!/usr/bin/env bash
# An SM2 signature of sm-crypto fails in its mini-program edition, called with the same arguments
#
# Versions: sm-crypto 0.5.8 (server), miniprogram-sm-crypto 0.3.13 (mini-program), sm-crypto-v2 1.15.1, one family of
# code.
# Expected: GB/T 32918.2-2016: the signature is over the SM3 digest of Z (identity, curve, public key) and the message.
# Seen: since 0.4 sm-crypto's `hash` is true by default; the mini-program edition and sm-crypto-v2 sign the message
# itself unless `hash: true` is given. Without options neither side takes the other's signature; with `hash: true` all
# three do. Encryption agrees throughout.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  sm-crypto@0.5.8 miniprogram-sm-crypto@0.3.13 sm-crypto-v2@1.15.1

cat >try.cjs <<'EOF'
const libraries = {
  'sm-crypto': require('sm-crypto').sm2,
  'miniprogram-sm-crypto': require('miniprogram-sm-crypto').sm2,
  'sm-crypto-v2': require('sm-crypto-v2').sm2,
};
const { privateKey, publicKey } = libraries['sm-crypto'].generateKeyPairHex();
const message = '连心卡 0001';
for (const options of [undefined, { hash: true }])
  for (const [signer, sm2] of Object.entries(libraries)) {
    const signature = sm2.doSignature(message, privateKey, options);
    const taken = Object.entries(libraries).filter(([, other]) =>
      other.doVerifySignature(message, signature, publicKey, options),
    );
    console.log(JSON.stringify(options) ?? 'no options', signer, 'is taken by', taken.map(([name]) => name).join(', '));
  }
const decrypted = Object.values(libraries).flatMap((from) =>
  Object.values(libraries).map((to) => to.doDecrypt(from.doEncrypt(message, publicKey), privateKey)),
);
console.log(
  'encryption',
  decrypted.every((text) => text === message),
);
EOF

cat >seen.txt <<'EOF'
no options sm-crypto is taken by sm-crypto
no options miniprogram-sm-crypto is taken by miniprogram-sm-crypto, sm-crypto-v2
no options sm-crypto-v2 is taken by miniprogram-sm-crypto, sm-crypto-v2
{"hash":true} sm-crypto is taken by sm-crypto, miniprogram-sm-crypto, sm-crypto-v2
{"hash":true} miniprogram-sm-crypto is taken by sm-crypto, miniprogram-sm-crypto, sm-crypto-v2
{"hash":true} sm-crypto-v2 is taken by sm-crypto, miniprogram-sm-crypto, sm-crypto-v2
encryption true
EOF

TZ=Asia/Shanghai node try.cjs | diff seen.txt -
