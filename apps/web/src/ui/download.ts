/**
 * Lets the browser save a file.
 *
 * @param file - its content.
 * @param name - its name.
 */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the content over when the click returns; some take it a little later.
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_MILLISECONDS);
}

/** Long enough for a browser that asks where to save. */
const RELEASE_MILLISECONDS = 60_000;
