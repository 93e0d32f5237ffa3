/** The manifest lies outside `src`: the compiler leaves its import as it is, and bundlers inline it. */
declare module '@poise/models/manifest.json' {
  const manifest: unknown;
  export = manifest;
}
