import type { ReactNode } from 'react'
import { LiveRegion } from '../components/live-region'
import { OwnTurn } from '../components/own-turn'
import { RedrawSketches } from '../features/pictures/redraw-sketches'
import { SkipLink } from './skip-link'
import { StoreFooter } from './store-footer'
import { StoreHeader } from './store-header'

/** Everything around a page of the shop. */
export const StoreShell = ({ bag, search, children }: { bag?: ReactNode; search?: ReactNode; children: ReactNode }) => (
  // After what the shop itself needs comes the header, then the page.
  <OwnTurn>
    <SkipLink />
    <StoreHeader bag={bag} search={search} />
    <main id="content" tabIndex={-1} className="min-h-dvh outline-0">
      <OwnTurn>{children}</OwnTurn>
    </main>
    <StoreFooter />
    <LiveRegion />
    <RedrawSketches />
  </OwnTurn>
)
