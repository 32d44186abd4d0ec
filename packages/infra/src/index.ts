export {
  type AvailabilityViewDeps,
  createAvailabilityView,
  type LiveAvailabilityView,
} from './availability/availability-view'
export { withUnits } from './availability/with-units'
export { createBagPeople } from './behaviour/bag-people'
export { BEHAVIOUR_GROUP, type BehaviourKeys, behaviourKeys } from './behaviour/behaviour-keys'
export { createBehaviourSink } from './behaviour/behaviour-sink'
export { type BehaviourStream, createBehaviourStream, type StreamEntry } from './behaviour/behaviour-stream'
export { createOrderMemory } from './behaviour/order-memory'
export { createProfileStore, type HotProfiles, type ProfileStoreDeps } from './behaviour/profile-store'
export type { Standing } from './behaviour/read-standing'
export { createSetAside } from './behaviour/set-aside'
export { type CacheEnv, readCacheEnv } from './cache/cache-env'
export { createCache } from './cache/create-cache'
export { createMemoryRateLimit } from './cache/memory-rate-limit'
export { createResilientRateLimit } from './cache/resilient-rate-limit'
export { type CachedReader, createCachedReader } from './catalog/cached-reader'
export { type CardShelf, createCardShelf } from './catalog/card-shelf'
export { createDurableEventsSink } from './inngest/durable-events-sink'
export { createInngestClient, type InngestClient, type InngestSettings } from './inngest/inngest-client'
export {
  CHECKOUTS_BEGAN,
  checkoutsBeganSchema,
  type DurableEvent,
  FILE_WAITING,
  fileWaitingSchema,
  HOLDS_DUE,
  holdsDueSchema,
  TRAINING_ASKED,
  trainingAskedSchema,
} from './inngest/inngest-events'
export { type KeptRegistration, keepRegistered, type Registration } from './inngest/keep-registered'
export { createPageHintsSink } from './live/page-hints-sink'
export { createPriceMarkStore, type PriceMark, type PriceMarkStore } from './live/price-mark'
export { type RebuildStockDeps, rebuildAvailability } from './live/rebuild-availability'
export { createRedisHints } from './live/redis-hints'
export { createRedisStockFeed } from './live/redis-stock-feed'
export { createStaffTeller } from './live/staff-teller'
export { createStockSink, type StockSinkDeps } from './live/stock-sink'
export { createResilientProvider, type ResilienceOptions, type ResilientProvider } from './payments/resilient-provider'
export { createSandboxProvider, type SandboxOptions } from './payments/sandbox'
export { type DrawingOptions, drawGarment } from './pictures/draw-garment'
export { drawSwatchCloth } from './pictures/draw-swatch-cloth'
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
export { readWorkerHeartbeat, startHeartbeat } from './redis/heartbeat'
export { createRedis, type RedisClientOptions, untilConnected } from './redis/redis-client'
export { DEFAULT_REDIS_PREFIX, type RedisKeys, redisKeys } from './redis/redis-keys'
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

export { createRequestSigner, sha256Hex } from './secrets/request-signer'
export { createSecretBox } from './secrets/secret-box'
export { checkHttp, checkInngest, checkMeilisearch, checkPart, checkRedis, type PartHealth } from './telemetry/health'
export { createLogger, type DestinationStream, type Logger } from './telemetry/logger'
export { createMetrics, type Metrics } from './telemetry/metrics'
export { checkTarget } from './webhooks/check-target'
export { createWebhookSender, type WebhookSenderDeps } from './webhooks/webhook-sender'
