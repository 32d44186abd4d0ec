import type { ReactNode } from 'react'
import { BagDrawerProvider } from '@/features/bag/bag-drawer-state'
import { BagTrigger } from '@/features/bag/bag-trigger'
import { LiveStockProvider } from '@/features/live/live-stock-provider'
import { SearchCombobox } from '@/features/search/search-combobox'
import { StoreShell } from '@/layout/store-shell'
import { ApiProvider } from '@/trpc/provider'

const StoreLayout = ({ children }: { children: ReactNode }) => (
  <ApiProvider>
    <LiveStockProvider>
      <BagDrawerProvider>
        <StoreShell bag={<BagTrigger />} search={<SearchCombobox />}>
          {children}
        </StoreShell>
      </BagDrawerProvider>
    </LiveStockProvider>
  </ApiProvider>
)

export default StoreLayout
