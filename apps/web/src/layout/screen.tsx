import { headers } from 'next/headers'
import { type ReactNode, Suspense } from 'react'
import { WITHIN_HEADER } from '../server/within-header'

/**
 * A page with an outline for who comes from within the shop: it stands there at once, the content follows. A document
 * waits for its content instead: an outline in it would be the first paint, the content a second one up to 300 ms later
 * (React reveals in batches), and a piece that does not exist could not answer 404 any more.
 */
export const Screen = async ({ outline, children }: { outline: ReactNode; children: ReactNode }) => {
  const isWithin = (await headers()).get(WITHIN_HEADER) === '1'
  return isWithin ? <Suspense fallback={outline}>{children}</Suspense> : children
}
