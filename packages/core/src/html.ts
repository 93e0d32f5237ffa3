/** As much of a file as white space may fill before its first tag. */
const HEAD_BYTES = 1024;

/** Whether bytes begin as a web page does, after a byte order mark and white space. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  // The decoder takes a byte order mark away.
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
  return /^\s*<(?:!doctype\b|html\b|!--)/i.test(head);
}
