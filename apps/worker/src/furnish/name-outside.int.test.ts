import { createWebhookStore, evaluateAlerts } from '@selvedge/db'
import { createTestDatabase } from '@selvedge/db/testing'
import { createSecretBox } from '@selvedge/infra'
import { expect, test } from 'vitest'
import { nameOutside } from './name-outside'

test('a seeded shop knows two tills, a feed and a receiver that is off, once, and their secrets open', async () => {
  const database = await createTestDatabase()
  try {
    await database.pool.query(`INSERT INTO location (code, name, kind, country, priority, lead_days)
      SELECT code, code, 'shop', 'NL', 1, 1 FROM unnest(ARRAY['RTM', 'AMS', 'CPH', 'OPO']) AS code`)
    const secret = 'a secret of the tests, long enough for a key'
    const boxes = {
      sources: createSecretBox({ secret, purpose: 'sync-sources' }),
      webhooks: createSecretBox({ secret, purpose: 'webhooks' }),
    }
    const origin = { actor: 'system:seed', correlationId: 'test' }
    expect(await nameOutside(database.pool, boxes, origin)).toBe(4)
    expect(await nameOutside(database.pool, boxes, origin)).toBe(0)
    const { rows } = await database.pool.query<{ name: string; sealed_secret: string; code: string }>(
      'SELECT s.name, s.sealed_secret, l.code FROM sync_source s JOIN location l ON l.id = s.location_id ORDER BY l.code',
    )
    expect(rows.map(({ code }) => code)).toEqual(['AMS', 'CPH', 'OPO'])
    for (const { sealed_secret: sealed } of rows) expect(boxes.sources.open(sealed)).toHaveLength(43)
    const endpoints = await createWebhookStore(database).endpoints()
    expect(endpoints).toMatchObject([{ state: 'disabled', disabledReason: 'by staff', locationCode: 'RTM' }])

    // A shop that is shown around for a month calls nobody for tills that were never there.
    await database.pool.query(`UPDATE sync_source SET created_at = created_at - interval '30 days'`)
    await evaluateAlerts(database.pool, 'quick')
    const { rows: calls } = await database.pool.query(`SELECT subject FROM alert WHERE kind = 'stale-feed'`)
    expect(calls).toEqual([])
  } finally {
    await database.drop()
  }
})
