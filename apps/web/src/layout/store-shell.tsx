import type { ReactNode } from 'react'
import { LiveRegion } from '../components/live-region'
import { RedrawSketches } from '../features/pictures/redraw-sketches'
import { SkipLink } from './skip-link'
import { StoreFooter } from './store-footer'
import { StoreHeader } from './store-header'

/** Everything around a page of the shop. */
export const StoreShell = ({ bag, search, children }: { bag?: ReactNode; search?: ReactNode; children: ReactNode }) => (
  <>
    <SkipLink />
    <StoreHeader bag={bag} search={search} />
    <main id="content" tabIndex={-1} className="min-h-dvh outline-0">
      {children}
    </main>
    <StoreFooter />
    <LiveRegion />
    <RedrawSketches />
  </>
)
