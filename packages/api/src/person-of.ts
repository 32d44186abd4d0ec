import { userKey } from '@selvedge/core'
import type { Context } from './context'

/** Whose profile answers: the signed-in customer's. Never taken from input. */
export const personOf = ({ viewer }: Context): string | undefined =>
  viewer === undefined ? undefined : userKey(viewer.userId)
