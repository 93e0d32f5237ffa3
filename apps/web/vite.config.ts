import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { CONTENT_SECURITY_POLICY } from './server/security-headers.js';

const { resolve } = createRequire(import.meta.url);

/** Sizes of the runtime's files, for the progress bar: no header of a compressed answer tells them. */
const RUNTIME_BYTES = {
  wasm: statSync(resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')).size,
  webgpu: statSync(resolve('onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm')).size,
};

/** The policy stands in the page too, so that it holds on a server that sends no headers. */
function policyInPage(): Plugin {
  return {
    name: 'poise-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          // Only a header may say this one.
          content: CONTENT_SECURITY_POLICY.replace(/; frame-ancestors[^;]*/, ''),
        },
        injectTo: 'head-prepend',
      },
    ],
  };
}

export default defineConfig({
  // Relative addresses: the page works in any folder of any server.
  base: './',
  define: { __RUNTIME_BYTES__: JSON.stringify(RUNTIME_BYTES) },
  resolve: {
    // Without it onnxruntime-web brings its script inside the bundle, and its threads start from
    // the file of our own worker.
    conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions],
  },
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // Models, fonts and runtimes are files of their own: a data address would need another policy.
    assetsInlineLimit: 0,
    sourcemap: true,
    chunkSizeWarningLimit: 1000,
  },
  plugins: [
    react(),
    policyInPage(),
    VitePWA({
      // A new version waits for the next visit: under an open page it would take away the files that
      // the page has not loaded yet.
      registerType: 'prompt',
      injectRegister: 'script-defer',
      manifest: {
        name: 'Poise: practise an interview',
        short_name: 'Poise',
        description:
          'Practise an interview in front of your own camera and see how you come across.',
        lang: 'en',
        display: 'standalone',
        start_url: './',
        scope: './',
        theme_color: '#0b7358',
        background_color: '#ffffff',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          {
            src: 'icon-maskable-512.png',
            sizes: '512x512',
            type: 'image/png',
            purpose: 'maskable',
          },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{html,js,mjs,css,wasm,onnx,woff2,ttf,png,svg}'],
        // Twice the size of all else, and of use only where there is a graphics card: kept when used.
        globIgnores: ['**/*asyncify*'],
        maximumFileSizeToCacheInBytes: 20_000_000,
        // The first visit works offline too.
        clientsClaim: true,
        runtimeCaching: [
          {
            urlPattern: ({ sameOrigin, url }) => sameOrigin && url.pathname.includes('asyncify'),
            handler: 'CacheFirst',
            options: { cacheName: 'webgpu-runtime' },
          },
        ],
      },
    }),
  ],
});
