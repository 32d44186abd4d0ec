import type { LiveMessage } from '@selvedge/core'

/** One server-sent event. Made once per message and written as it is to every watcher. */
export const frameOf = (message: LiveMessage): Buffer => Buffer.from(`data: ${JSON.stringify(message)}\n\n`)

/** A named event, because a browser's script never sees comments: its watchdog listens for it. */
export const PING = Buffer.from('event: ping\ndata: \n\n')
