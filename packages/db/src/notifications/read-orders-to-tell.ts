import { type OrderSecrets, type OrderToTell, type TellableEntry, tellableEntrySchema } from '@selvedge/core'
import type pg from 'pg'

type Row = {
  id: string
  number: string
  email: string
  user_id: string | null
  state: string
  state_reason: string | null
  lines: { no: number; piece: string }[]
  entries: { seq: number; entry: unknown }[] | null
}

const CANCELLED_BY: Readonly<Record<string, OrderToTell['cancelledBy']>> = {
  CANCELLED_BY_BUYER: 'buyer',
  CANCELLED_BY_STAFF: 'staff',
}

/** What notices say of these orders, by id. Who has no account gets the link with the order's secret. */
export const readOrdersToTell = async (
  { pool, secrets }: { pool: pg.Pool; secrets: Pick<OrderSecrets, 'accessToken'> },
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, OrderToTell>> => {
  const { rows } = await pool.query<Row>(
    `SELECT o.id, o.number, o.email, o.user_id, o.state, o.state_reason, (SELECT jsonb_agg(jsonb_build_object('no', l.line_no, 'piece',
      l.title || ' in ' || l.colour || ', ' || l.size)) FROM order_line l WHERE l.order_id = o.id) AS lines,
      (SELECT jsonb_agg(jsonb_build_object('seq', e.seq, 'entry', e.facts || jsonb_build_object('type', e.type))) FROM order_event e
        WHERE e.order_id = o.id AND e.type IN ('shipped', 'rest-cancelled')) AS entries
    FROM orders o WHERE o.id = ANY($1::uuid[])`,
    [orderIds],
  )
  return new Map(
    rows.map((row): [string, OrderToTell] => {
      const path = `/orders/${encodeURIComponent(row.number)}`
      const cancelledBy = row.state === 'cancelled' ? CANCELLED_BY[row.state_reason ?? ''] : undefined
      return [
        row.id,
        {
          orderId: row.id,
          number: row.number,
          email: row.email,
          ...(row.user_id === null ? {} : { userId: row.user_id }),
          ...(cancelledBy === undefined ? {} : { cancelledBy }),
          link: row.user_id === null ? `${path}?token=${encodeURIComponent(secrets.accessToken(row.id))}` : path,
          pieces: new Map(row.lines.map(({ no, piece }) => [no, piece])),
          entries: new Map((row.entries ?? []).flatMap(toEntry)),
        },
      ]
    }),
  )
}

/** Orders from before there were parcels left without a word of how: nobody is told of them. */
const toEntry = ({ seq, entry }: { seq: number; entry: unknown }): [number, TellableEntry][] => {
  const parsed = tellableEntrySchema.safeParse(entry)
  return parsed.success ? [[seq, parsed.data]] : []
}
