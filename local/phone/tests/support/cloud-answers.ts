/** A cloud of a few fixed answers, in the form of the local cloud. */
import type { IncomingMessage } from 'node:http';

/** A request that the app sent to the cloud. */
export interface CloudRequest {
  readonly path: string;
  readonly openid: string;
  readonly body: string;
}

export interface CloudAnswer {
  readonly status: number;
  readonly content: unknown;
}

const personas = [
  { openid: 'oZhao', name: '赵慧敏', hats: ['grid worker'], communityId: 'changqingteng', phoneNumber: '13800000001' },
];
const cards = [{ title: '连心卡：2 号楼', path: 'pages/target/target?from=card', result: '' }];
const failedFunction = { errCode: -504_002, errMsg: 'cloud.callFunction:fail functions execute fail' };

function fileUrls(body: string, origin: string): object {
  const { fileList } = JSON.parse(body) as { fileList: (string | { fileID: string })[] };
  const urlOf = (fileID: string): object => ({
    fileID,
    tempFileURL: `${origin}/stored/${fileID.split('/').pop()}`,
    maxAge: 7200,
    status: 0,
    errMsg: 'ok',
  });
  return { fileList: fileList.map((file) => urlOf(typeof file === 'string' ? file : file.fileID)) };
}

function deletedFiles(body: string): object {
  const { fileList } = JSON.parse(body) as { fileList: string[] };
  return { fileList: fileList.map((fileID) => ({ fileID, status: 0, errMsg: 'ok' })) };
}

/** The answer to a request; every function but `broken` returns its event and its caller. */
export function answerTo({ path, openid, body }: CloudRequest, origin: string): CloudAnswer {
  const ok = (content: unknown): CloudAnswer => ({ status: 200, content });
  if (path === '/local/personas') return ok(personas);
  if (path === '/local/cards') return ok(cards);
  if (path === '/local/functions/broken') return { status: 500, content: failedFunction };
  if (path.startsWith('/local/functions/')) return ok({ event: JSON.parse(body) as unknown, openid });
  if (path.startsWith('/local/files/')) return ok({ fileID: `cloud://local/${path.slice('/local/files/'.length)}` });
  if (path === '/local/file-urls') return ok(fileUrls(body, origin));
  if (path === '/local/files-delete') return ok(deletedFiles(body));
  if (path === '/local/phone-code') return ok({ code: 'code-1' });
  if (path === '/local/subscribe') return ok({});
  return { status: 404, content: { error: path } };
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
