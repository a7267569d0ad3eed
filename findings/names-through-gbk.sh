#!/usr/bin/env bash
# 李䶮 does not survive a roster in GBK: three decoders, three other characters
#
# Versions: iconv-lite 0.7.3, gbk.js 0.3.0, TextDecoder of Node 20.20.2 (ICU 78.2).
# Expected: GB 18030-2000 and later map FE 9F to U+4DAE 䶮; the WHATWG Encoding Standard decodes the label gbk with the
# gb18030 decoder. A character that the encoding lacks is to be reported, for a name with ? in it is another name.
# Seen: TextDecoder('gbk') gives U+E863, a private character without a glyph, TextDecoder('gb18030') gives 䶮.
# iconv-lite writes and reads it as gbk, but as cp936, the name that Excel's encoding has, it writes ?; so does gbk.js.
# 㛃 and 𠮷 have four bytes in GB 18030 and become ? in GBK with both, without an error.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact iconv-lite@0.7.3 gbk.js@0.3.0

cat >try.cjs <<'EOF'
const iconv = require('iconv-lite');
const gbk = require('gbk.js');

const code = (text) =>
  [...text].map((character) => `U+${character.codePointAt(0).toString(16).toUpperCase()}`).join(' ');
const bytes = Buffer.from([0xfe, 0x9f]);
for (const label of ['gbk', 'gb18030'])
  console.log(
    'FE 9F as',
    label,
    'TextDecoder',
    code(new TextDecoder(label).decode(bytes)),
    'iconv-lite',
    code(iconv.decode(bytes, label)),
  );
for (const character of ['䶮', '㛃', '𠮷']) {
  const written = ['gbk', 'cp936', 'gb18030'].map(
    (label) => `${label} ${iconv.encode(character, label).toString('hex')}`,
  );
  console.log(
    character,
    'iconv-lite',
    written.join(', '),
    '| gbk.js',
    Buffer.from(gbk.encode(character)).toString('hex'),
  );
}
EOF

cat >seen.txt <<'EOF'
FE 9F as gbk TextDecoder U+E863 iconv-lite U+4DAE
FE 9F as gb18030 TextDecoder U+4DAE iconv-lite U+4DAE
䶮 iconv-lite gbk fe9f, cp936 3f, gb18030 fe9f | gbk.js 3f
㛃 iconv-lite gbk 3f, cp936 3f, gb18030 8230b731 | gbk.js 3f
𠮷 iconv-lite gbk 3f, cp936 3f, gb18030 9534b235 | gbk.js 3f3f
EOF

TZ=Asia/Shanghai node try.cjs | diff seen.txt -
