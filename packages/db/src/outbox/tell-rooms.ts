import type { StaffRoom } from '@selvedge/core'
import type pg from 'pg'

/** Says of every `room` of a query's source that something in it has moved; for the transaction of what has moved. */
export const INSERT_ROOMS = (correlationId: string, source: string): string =>
  `INSERT INTO outbox (topic, key, payload, correlation_id)
   SELECT 'room', room, jsonb_build_object('topic', 'room', 'type', 'RoomMoved', 'room', room), ${correlationId} FROM ${source}`

const TELL = { name: 'outbox-tell-room', text: INSERT_ROOMS('$2', 'unnest(ARRAY[$1::text]) AS room') }

/** Tells open pages of staff that something in a room has moved by itself: in the transaction of what has moved. */
export const tellRoom = async (
  client: pg.Pool | pg.ClientBase,
  room: StaffRoom,
  correlationId: string,
): Promise<void> => {
  await client.query({ ...TELL, values: [room, correlationId] })
}
