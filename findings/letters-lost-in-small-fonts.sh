#!/usr/bin/env bash
# A PDF with a few letters of a TrueType font prints some of them blank or wrong
#
# Versions: @pdf-lib/fontkit 1.1.1 (what pdf-lib embeds fonts with), @expo-google-fonts/noto-sans-sc 0.4.3.
# Expected: a subset draws every glyph that was put into it as the whole font does. OpenType's `loca` in its short form
# holds half of each place, so that glyphs begin at even places and odd ones are padded
# (learn.microsoft.com/typography/opentype/spec/loca).
# Seen: a subset below 128 KB is written in the short form, its glyphs one after the other without padding. What follows
# a glyph of an odd length begins half a byte early, and is drawn as something else or as nothing. Its text can still be
# copied, so that a test of the text alone sees nothing; with many glyphs the long form hides it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact \
  @pdf-lib/fontkit@1.1.1 @expo-google-fonts/noto-sans-sc@0.4.3

cat >try.cjs <<'EOF'
const { readFileSync } = require('node:fs');
const fontkit = require('@pdf-lib/fontkit');

const bytes = readFileSync(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));
const bytesOf = (subset) =>
  new Promise((resolve, reject) => {
    const parts = [];
    const stream = subset.encodeStream();
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => resolve(Buffer.concat(parts)));
    stream.on('error', reject);
  });
function outlineOf(font, id) {
  try {
    return JSON.stringify(font.getGlyph(id).path.commands);
  } catch {
    return 'cannot be read';
  }
}

async function lostIn(text) {
  const font = fontkit.create(bytes);
  const subset = font.createSubset();
  const letters = [...new Set(text)].map((letter) => {
    const [{ id }] = font.layout(letter).glyphs;
    return { letter, id, place: subset.includeGlyph(id) };
  });
  const small = fontkit.create(await bytesOf(subset));
  const lost = letters.filter(({ id, place }) => outlineOf(font, id) !== outlineOf(small, place));
  const form = small.head.indexToLocFormat === 0 ? 'short' : 'long';
  console.log(`${text}: ${form} loca, ${lost.length} of ${letters.length} wrong: ${lost.map(({ letter }) => letter).join('')}`);
}

(async () => {
  for (const text of ['2026', '连心', '存单2026-11李建国']) await lostIn(text);
})();
EOF

cat >seen.txt <<'EOF'
2026: short loca, 1 of 3 wrong: 6
连心: short loca, 1 of 2 wrong: 心
存单2026-11李建国: short loca, 3 of 10 wrong: 6-1
EOF

node try.cjs | diff seen.txt -
