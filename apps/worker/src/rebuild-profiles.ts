import { type PersonKey, personKeySchema, rebuildProfile, rebuildProfiles } from '@selvedge/core'
import { createBehaviourLog, createPool, createSignalFactsReader } from '@selvedge/db'
import { behaviourKeys, createProfileStore, createRedis, untilConnected } from '@selvedge/infra'
import { readRebuildEnvironment } from './rebuild-profiles/env'

/** `rebuild-profiles [PERSON]`: makes everybody's profile, or one person's, anew from the behaviour log. */
async function main(person: PersonKey | undefined): Promise<void> {
  const env = readRebuildEnvironment()
  const pool = createPool(env.DATABASE_URL, { max: 2, applicationName: 'rebuild-profiles' })
  const redis = createRedis({ url: env.REDIS_URL, name: 'rebuild-profiles', onFault: () => undefined })
  try {
    if (!(await untilConnected(redis, 5_000))) throw new Error('Redis does not answer')
    const start = performance.now()
    const facts = createSignalFactsReader({ pool, nowMs: Date.now })
    const profiles = createProfileStore({ redis, keys: behaviourKeys(env.REDIS_PREFIX), facts, nowMs: Date.now })
    const deps = { log: createBehaviourLog({ pool }), profiles, facts }
    const made = person ? await rebuildProfile(deps, person).then(() => 1) : await rebuildProfiles(deps)
    process.stdout.write(`${made} profiles made in ${((performance.now() - start) / 1_000).toFixed(1)} s\n`)
  } finally {
    redis.disconnect()
    await pool.end()
  }
}

const [given] = process.argv.slice(2).filter((argument) => argument !== '--')
main(given === undefined ? undefined : personKeySchema.parse(given)).catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`)
  process.exitCode = 1
})
