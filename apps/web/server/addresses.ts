import { isIPv4, isIPv6 } from 'node:net';

/** The address of a page, with a slash at the end; that of a host of IPv6 has brackets. */
export function pageUrl(host: string, port: number): string {
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}/`;
}

/** Whether a host is this machine alone, so that nobody else in the network can reach it. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
