import path from 'node:path'
import type { NextConfig } from 'next'
import { PHASE_DEVELOPMENT_SERVER } from 'next/constants'
import { securityHeaders } from './security-headers'

const configure = (phase: string): NextConfig => ({
  poweredByHeader: false,
  // server.ts compresses, as Brotli where the browser takes it.
  compress: false,
  // Title and description stand in the head for everybody: what they need is read for the page anyway.
  htmlLimitedBots: /.*/,
  // React Compiler stays off: it breaks TanStack Table 9. cacheComponents stays off: see docs/adr.
  reactCompiler: false,
  typedRoutes: false,
  // Types are checked by `turbo run typecheck`, tests included; checking them here again would double the build.
  typescript: { ignoreBuildErrors: true },
  // The native compiler is a command alone; Next asks it instead of loading it.
  experimental: { useTypeScriptCli: true },
  transpilePackages: ['@selvedge/core', '@selvedge/api'],
  // The service worker is bundled by it while the shop is built; a native program cannot be bundled itself.
  serverExternalPackages: ['esbuild'],
  // The workspace root, so that packages and fonts resolve the same way on every machine.
  turbopack: { root: path.join(import.meta.dirname, '../..') },
  headers: async () => [
    { source: '/:path*', headers: securityHeaders(phase === PHASE_DEVELOPMENT_SERVER) },
    // A cache between us and the shopper must not hold back a newer worker for a year.
    { source: '/serwist/:path*', headers: [{ key: 'Cache-Control', value: 'no-cache' }] },
  ],
})

export default configure
