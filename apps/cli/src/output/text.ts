/** A file name or message made safe to print: control characters would reach the terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '�');
}

/** Bytes with one decimal: "12.8 MB". */
export function formatBytes(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** A share of 0–1 as a percentage with one decimal; a dash for nothing. */
export function formatShare(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`;
}
