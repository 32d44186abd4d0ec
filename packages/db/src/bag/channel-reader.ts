import { type Channel, type ChannelReader, DEFAULT_HOLD_POLICY, holdPolicySchema } from '@selvedge/core'
import type pg from 'pg'

type Row = { code: string; currency: string; tax_rate_bp: number; hold_policy: unknown }

const FALLBACK: Channel = { code: 'eu', currency: 'EUR', taxRateBp: 2_100, holdPolicy: DEFAULT_HOLD_POLICY }

/**
 * The channel the shop sells in: the one of `code`, else the only one there is, else the defaults of the first zone.
 * Answered from memory for `maxAgeMs`, so that an edited hold policy counts within seconds.
 */
export const createChannelReader = ({
  pool,
  code = FALLBACK.code,
  maxAgeMs = 2_000,
}: {
  pool: pg.Pool
  code?: string
  maxAgeMs?: number
}): ChannelReader => {
  let known: { channel: Promise<Channel>; until: number } | undefined

  const read = async (): Promise<Channel> => {
    const { rows } = await pool.query<Row>(
      'SELECT code, currency, tax_rate_bp, hold_policy FROM channel ORDER BY code = $1 DESC, code LIMIT 1',
      [code],
    )
    const row = rows[0]
    if (!row) return FALLBACK
    const { currency, tax_rate_bp: taxRateBp } = row
    return { code: row.code, currency, taxRateBp, holdPolicy: holdPolicySchema.parse(row.hold_policy) }
  }

  return {
    current: () => {
      if (known && performance.now() < known.until) return known.channel
      const channel = read()
      const fresh = { channel, until: performance.now() + maxAgeMs }
      known = fresh
      // A failed read is nobody's answer but its own caller's.
      channel.catch(() => {
        if (known === fresh) known = undefined
      })
      return channel
    },
  }
}
