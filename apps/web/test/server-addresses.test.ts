import { expect, test } from 'vitest';
import { isLoopback, pageUrl } from '../server/addresses.js';

test.each([
  ['127.0.0.1', 'http://127.0.0.1:4400/'],
  ['localhost', 'http://localhost:4400/'],
  ['::1', 'http://[::1]:4400/'],
  ['fe80::1', 'http://[fe80::1]:4400/'],
])('a page at %s has the address %s', (host, url) => {
  expect(pageUrl(host, 4400)).toBe(url);
  expect(new URL(url).href).toBe(url);
});

test('only this machine itself counts as one that nobody else can reach', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1', 'localhost'].filter(isLoopback)).toHaveLength(4);
  const open = ['0.0.0.0', '::', '192.168.1.20', '127.example.org', 'fe80::1'];
  expect(open.filter(isLoopback)).toEqual([]);
});
