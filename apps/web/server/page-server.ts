import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { pageUrl } from './addresses.js';
import { SECURITY_HEADERS } from './security-headers.js';

/** How the page is served. */
export interface PageServerOptions {
  /** The folder of the built page. */
  readonly folder: string;
  /** The address to listen on. */
  readonly host: string;
  /** The port to listen on; 0 takes any that is free. */
  readonly port: number;
  /** Headers of every answer; those of {@link SECURITY_HEADERS} when left out. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page that is being served. */
export interface PageServer {
  /** Where it is, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Files under this folder have the hash of their contents in their names. */
const HASHED = /^\/assets\//;

/** A year, as HTTP caches count for ever. */
const FOREVER = 'public, max-age=31536000, immutable';

/**
 * Serves the built page to this machine. Text and WebAssembly go out compressed where the build has
 * left a compressed copy beside the file.
 *
 * @throws the error of `listen`, for example when the port is taken.
 */
export async function servePage(options: PageServerOptions): Promise<PageServer> {
  const headers = Object.entries(options.headers ?? SECURITY_HEADERS);
  const files = sirv(options.folder, {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders(response, path) {
      response.setHeader('Cache-Control', HASHED.test(path) ? FOREVER : 'no-cache');
    },
  });
  const server = createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    files(request, response, () => {
      // Never the start page: what asks for a model must not be given a document.
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    });
  });
  await listen(server, options.host, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    url: pageUrl(options.host, port),
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}
