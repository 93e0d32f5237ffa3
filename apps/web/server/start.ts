import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import open from 'open';
import { isLoopback } from './addresses.js';
import { servePage } from './page-server.js';

/** This machine alone, unless told otherwise. */
const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = '4400';

const USAGE = `npm start -- [--host ADDRESS] [--port NUMBER] [--no-open]

Serves the practice page, at http://${DEFAULT_HOST}:${DEFAULT_PORT} unless told otherwise, and opens it.
A browser gives a page the camera only on this machine itself or over https.`;

/** What is to be known of who can open the page. */
function reach(host: string): string {
  if (isLoopback(host)) return 'Nothing leaves this machine.';
  return 'Others in the network can open it too; their browsers give it a camera only over https.';
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        host: { type: 'string', default: DEFAULT_HOST },
        port: { type: 'string', default: DEFAULT_PORT },
        open: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
      allowNegative: true,
    }).values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

const { host, port: portText, open: opens, help } = readArguments();
if (help) {
  console.log(USAGE);
  process.exit(0);
}
const port = Number(portText);
if (!/^\d+$/.test(portText) || port > 65_535) fail(`--port is "${portText}": give 0 to 65535.`);
const folder = join(import.meta.dirname, '../dist');
if (!existsSync(join(folder, 'index.html'))) fail('The page is not built yet: run "npm start".');

try {
  const { url, close } = await servePage({ folder, host, port });
  console.log(`Poise is at ${url} (Ctrl-C ends it). ${reach(host)}`);
  process.once('SIGINT', () => void close().then(() => process.exit(0)));
  process.once('SIGTERM', () => void close().then(() => process.exit(0)));
  // Without a desktop there is nothing to open it with; the address stands above.
  if (opens) await open(url).catch(() => undefined);
} catch (error) {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    fail(
      `Port ${port} is taken. End what uses it, or choose another: npm start -- --port ${port + 1}`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    fail(`This machine has no address "${host}".`);
  if (code === 'EACCES') fail(`Port ${port} may not be used. Choose one from 1024 on.`);
  throw error;
}
