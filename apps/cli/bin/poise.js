#!/usr/bin/env node
// Plain old syntax on purpose: this file must run far enough on an old Node to say what is wrong.
import { existsSync } from 'node:fs';

const OLDEST = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);
const main = new URL('../dist/main.js', import.meta.url);

if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(
    `poise: this is Node ${process.versions.node}, and Poise needs Node ${OLDEST.join('.')} or newer.\n` +
      '  Install a current Node from https://nodejs.org and run the command again.',
  );
  process.exitCode = 1;
} else if (!existsSync(main)) {
  console.error(
    'poise: the command is not built yet.\n  Run "npm ci" (or "npm run build") in the folder of Poise first.',
  );
  process.exitCode = 1;
} else {
  await import(main.href);
}
