import type { Metadata } from 'next'
import { NothingHere } from '../layout/nothing-here'
import { StoreShell } from '../layout/store-shell'

export const metadata: Metadata = { title: 'Not found', robots: { index: false } }

/** An address that no page has: nothing is around it, so it brings the shell along. */
const NotFound = () => (
  <StoreShell>
    <NothingHere />
  </StoreShell>
)

export default NotFound
