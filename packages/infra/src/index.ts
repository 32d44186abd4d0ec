export { type CachedReader, createCachedReader } from './catalog/cached-reader'
export { createResilientProvider, type ResilienceOptions, type ResilientProvider } from './payments/resilient-provider'
export { createSandboxProvider, type SandboxOptions } from './payments/sandbox'
export * from './pictures/draw-garment'
export * from './pictures/draw-swatch-cloth'
export * from './pictures/garment-picture'
export {
  clampWidth,
  type PictureFormat,
  type PictureWidth,
  pictureFormats,
  pictureWidths,
} from './pictures/picture-format'
export * from './pictures/picture-key'
export * from './pictures/picture-store'
export { renderFlat, renderPicture } from './pictures/render-picture'
export { type CacheCounts, type CachedFinder, type CachedFinderDeps, createCachedFinder } from './search/cached-finder'
export {
  connectGenerationCounters,
  createGenerationCounters,
  type GenerationCounters,
  type Generations,
} from './search/generations'
export { type KeepIndexDeps, type Kept, keepIndex } from './search/keep-index'
export { createMeiliFinder, type MeiliFinderDeps } from './search/meili-finder'
export { type RebuildDeps, rebuildIndex } from './search/rebuild-index'
export { createResilientFinder, type ResilientFinderDeps } from './search/resilient-finder'
export { createSearchClient, productIndexUid, type SearchAddress } from './search/search-client'
export { createSearchIndex, type SearchIndex } from './search/search-index'
export { type GenerationWatch, type WatchOptions, watchGenerations } from './search/watch-generations'
