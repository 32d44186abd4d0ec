import type { ReactNode } from 'react'
import { BagDrawerProvider } from '@/features/bag/bag-drawer-state'
import { BagTrigger } from '@/features/bag/bag-trigger'
import { BehaviourWatch } from '@/features/behaviour/behaviour-watch'
import { RememberLanding } from '@/features/feed/remember-landing'
import { SavedListProvider } from '@/features/gestures/saved-list'
import { LiveStockProvider } from '@/features/live/live-stock-provider'
import { ConsentBanner } from '@/features/privacy/consent-banner'
import { HeaderSearch } from '@/features/search/header-search'
import { StoreShell } from '@/layout/store-shell'
import { ApiProvider } from '@/trpc/provider'

const StoreLayout = ({ children }: { children: ReactNode }) => (
  <ApiProvider>
    {/* First, so that the feed of the first page knows it already. */}
    <RememberLanding />
    <LiveStockProvider>
      <BagDrawerProvider>
        <SavedListProvider>
          <StoreShell bag={<BagTrigger />} search={<HeaderSearch />}>
            {children}
          </StoreShell>
        </SavedListProvider>
        <ConsentBanner />
        <BehaviourWatch />
      </BagDrawerProvider>
    </LiveStockProvider>
  </ApiProvider>
)

export default StoreLayout
