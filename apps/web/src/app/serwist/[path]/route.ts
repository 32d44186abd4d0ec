import { randomUUID } from 'node:crypto'
import { createSerwistRoute } from '@serwist/turbopack'

/** The service worker, bundled once while the shop is built; with each build the offline page is fetched anew. */
export const { dynamic, dynamicParams, revalidate, generateStaticParams, GET } = createSerwistRoute({
  swSrc: 'src/features/offline/worker/sw.ts',
  // Scripts and pictures are kept as pages use them: nobody downloads the back office for a look at a coat.
  globPatterns: [],
  additionalPrecacheEntries: [{ url: '/offline', revision: randomUUID() }],
  useNativeEsbuild: true,
  // One classic script: not every browser runs module workers.
  esbuildOptions: { format: 'iife', sourcemap: false },
})
