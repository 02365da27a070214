import { fileURLToPath } from 'node:url'

import vue from '@vitejs/plugin-vue'
import { viteStaticCopy } from 'vite-plugin-static-copy'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  base: './',
  plugins: [
    vue(),
    // Chinese fonts in PDFs need these tables; they travel with the program because there is no network.
    viteStaticCopy({
      targets: [
        { src: 'node_modules/pdfjs-dist/cmaps/*', dest: 'pdf/cmaps' },
        { src: 'node_modules/pdfjs-dist/standard_fonts/*', dest: 'pdf/fonts' },
      ],
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { port: 5173, strictPort: true },
  build: {
    target: 'es2022',
    // The window's content security policy lets no inline asset pass as a script or a style.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1600,
  },
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.ts'],
    // A dialog with many fields takes seconds to build on a busy machine.
    testTimeout: 30_000,
    setupFiles: ['tests/setup.ts'],
    server: { deps: { inline: ['element-plus'] } },
  },
})
