import type { IncomingMessage } from 'node:http'
import { OWN_ORDER_COOKIE } from '../features/listing/order-choice'

/** Whether this browser chose listings in its own order: an address then means another page than it does for others. */
export const hasOwnOrder = ({ headers }: IncomingMessage): boolean =>
  (headers.cookie ?? '').split(/; */).includes(`${OWN_ORDER_COOKIE}=1`)
