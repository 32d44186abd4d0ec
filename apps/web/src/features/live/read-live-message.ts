import type { LiveMessage } from '@selvedge/core'

/** A frame of our own hub. Its shape is checked by the hub's tests: zod here would cost every page 15 kB. */
export const readLiveMessage = (frame: string): LiveMessage => JSON.parse(frame) as LiveMessage
