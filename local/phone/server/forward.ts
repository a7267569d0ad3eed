/** Forwards requests to a local cloud that runs elsewhere. */
import { request as send, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerText } from './static-files';

/**
 * True for the addresses of this phone. Another name in `Host` means that a foreign page has found a way to this
 * address.
 */
const isOwnAddress = (address: string | undefined, port: number | undefined): boolean =>
  address === `127.0.0.1:${port}` || address === `localhost:${port}`;

/**
 * Gives requests of the phone's own pages the cloud's origin, the only one that it accepts; a foreign origin is refused
 * there.
 */
function headersFor(request: IncomingMessage, cloud: URL): IncomingHttpHeaders {
  const { origin, ...others } = request.headers;
  if (origin === undefined) return { ...others, host: cloud.host };
  const isOwnPage =
    origin.startsWith('http://') && isOwnAddress(origin.slice('http://'.length), request.socket.localPort);
  return { ...others, host: cloud.host, origin: isOwnPage ? cloud.origin : origin };
}

/**
 * Creates the handler that forwards requests.
 * @param cloud its address; without one every request is answered with 502
 */
export function forwardTo(cloud: string | undefined): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    if (cloud === undefined) {
      answerText(response, 'application/json', JSON.stringify({ message: 'no cloud: start with --cloud <url>' }), 502);
      return;
    }
    if (!isOwnAddress(request.headers.host, request.socket.localPort)) {
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
    const forwarded = send(
      { hostname, port, path: request.url, method: request.method, headers: headersFor(request, target) },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    forwarded.on('error', (error) => {
      answerText(response, 'application/json', JSON.stringify({ message: error.message }), 502);
    });
    request.pipe(forwarded);
  };
}
