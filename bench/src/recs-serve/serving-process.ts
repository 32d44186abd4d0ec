import { type Chosen, NOBODY, shopperViewOf, visitorKey } from '@selvedge/core'
import { createSignalFactsReader } from '@selvedge/db'
import { behaviourKeys, createProfileStore, DEFAULT_REDIS_PREFIX } from '@selvedge/infra'
import { servingEnv } from '../env'
import { openEngine, toStderr } from '../feed/open-engine'
import { inOneMoment } from './in-one-moment'
import type { Answered, Asked, Feed, Told } from './messages'

const tell = (told: Told): void => void process.send?.(told)
/** On later news of the stock the shop looks up what was chosen. */
const NEWS_MS = 2_000
const isOnNews = (chosen: Chosen | undefined): chosen is Chosen =>
  chosen !== undefined && Date.now() - chosen.stockAsOfMs < NEWS_MS
const mb = (bytes: number): number => bytes / 1_048_576

/** The engine as a serving process holds it, behind the parent's channel: profile, choice, reasons; no result is kept. */
async function serve(): Promise<void> {
  const { databaseUrl, redisUrl } = servingEnv()
  const { pool, redis, engine, startMs, engineBytes } = await openEngine(
    { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl },
    'recs-serve',
  )
  const profiles = createProfileStore({
    redis,
    keys: behaviourKeys(DEFAULT_REDIS_PREFIX),
    facts: createSignalFactsReader({ pool, nowMs: Date.now }),
    nowMs: Date.now,
  })
  const tellAnswer = inOneMoment<Answered>((answers) => tell({ kind: 'answers', answers }))
  const answer = async ({ n, visitor }: Feed): Promise<void> => {
    const at = performance.now()
    // A profile that does not come is done without, as in the shop.
    const profile = await profiles.read(visitorKey(visitor)).catch(() => undefined)
    const readAt = performance.now()
    const nowMs = Date.now()
    const shopper = profile === undefined ? NOBODY : shopperViewOf(profile, nowMs)
    const viewedAt = performance.now()
    const chosen = engine.recommend({ placement: 'for-you', shopper, length: 24, nowMs, seed: n })
    const chosenAt = performance.now()
    const [profileMs, viewMs, engineMs] = [readAt - at, viewedAt - readAt, chosenAt - viewedAt]
    tellAnswer({
      n,
      products: isOnNews(chosen) ? chosen.products.length : 0,
      isPersonal: profile !== undefined,
      profileMs,
      viewMs,
      engineMs,
    })
  }
  process.on('message', (asked: Asked) => {
    if (asked.kind === 'cpu') {
      const { user, system } = process.cpuUsage()
      return tell({ kind: 'cpu', cpuMs: (user + system) / 1_000 })
    }
    for (const feed of asked.feeds) {
      answer(feed).catch((problem: unknown) => {
        toStderr(problem)
        process.exit(1)
      })
    }
  })
  process.on('disconnect', () => process.exit(0))
  while (!isOnNews(engine.recommend({ placement: 'for-you', shopper: NOBODY, length: 1, nowMs: Date.now(), seed: 1 })))
    await new Promise((resolve) => setTimeout(resolve, 20))
  tell({ kind: 'ready', startMs, rssMb: mb(process.memoryUsage().rss), engineMb: mb(engineBytes) })
}

serve().catch((problem: unknown) => {
  toStderr(problem)
  process.exit(1)
})
