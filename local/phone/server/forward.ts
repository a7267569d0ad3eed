/** Passes requests on to a local cloud that runs elsewhere. */
import { request as send, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerText } from './static-files';

/** Names under which the phone's own pages are opened; another name in `Host` is a foreign page that got hold of this address. */
const isOwn = (address: string | undefined, port: number | undefined): boolean =>
  address === `127.0.0.1:${port}` || address === `localhost:${port}`;

/** The cloud accepts calls of its own origin alone, so the phone's own pages are given that; a foreign origin stays as it is, and is refused there. */
function headersFor(request: IncomingMessage, cloud: URL): IncomingHttpHeaders {
  const { origin, ...others } = request.headers;
  if (origin === undefined) return { ...others, host: cloud.host };
  const isOwnPage = origin.startsWith('http://') && isOwn(origin.slice('http://'.length), request.socket.localPort);
  return { ...others, host: cloud.host, origin: isOwnPage ? cloud.origin : origin };
}

/** @param cloud its address; without one every request is answered with 502 */
export function forwardTo(cloud: string | undefined): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    if (cloud === undefined) {
      answerText(response, 'application/json', JSON.stringify({ message: 'no cloud: start with --cloud <url>' }), 502);
      return;
    }
    if (!isOwn(request.headers.host, request.socket.localPort)) {
      answerText(
        response,
        'application/json',
        JSON.stringify({ message: `Host ${request.headers.host ?? ''} is not this machine's` }),
        403,
      );
      return;
    }
    const target = new URL(cloud);
    const { hostname, port } = target;
    const passed = send(
      { hostname, port, path: request.url, method: request.method, headers: headersFor(request, target) },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    passed.on('error', (error) => {
      answerText(response, 'application/json', JSON.stringify({ message: error.message }), 502);
    });
    request.pipe(passed);
  };
}
