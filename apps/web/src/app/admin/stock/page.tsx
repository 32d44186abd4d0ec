import type { Metadata } from 'next'
import { NotForYou } from '@/features/admin/frame/not-for-you'
import { PageHead } from '@/features/admin/frame/page-head'
import { staffCaller } from '@/features/admin/frame/staff-caller'
import { FilterBar } from '@/features/admin/stock/filter-bar'
import { PAGE_ROWS } from '@/features/admin/stock/rows'
import { readStockFilter, stockAddress } from '@/features/admin/stock/stock-filter'
import { StockGrid } from '@/features/admin/stock/stock-grid'
import { StockNothing } from '@/features/admin/stock/stock-nothing'
import { TotalsLine } from '@/features/admin/stock/totals-line'

export const metadata: Metadata = { title: 'Stock' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const StockPage = async ({ searchParams }: Props) => {
  const filter = readStockFilter(await searchParams)
  const address = stockAddress(filter)
  const admin = await staffCaller(address)
  if (!admin) return <NotForYou />
  const [locations, sizes, totals, pages, first] = await Promise.all([
    admin.stock.locations(),
    admin.stock.sizes(),
    admin.stock.totals(filter),
    admin.stock.pages({ ...filter, rows: PAGE_ROWS }),
    admin.stock.grid({ ...filter, limit: PAGE_ROWS }),
  ])
  return (
    <div className="flex flex-col gap-3">
      <PageHead title="Stock" />
      <FilterBar filter={filter} locations={locations} sizes={sizes} />
      <TotalsLine key={address} filter={filter} first={totals} />
      {first.rows.length === 0 ? (
        <StockNothing filter={filter} />
      ) : (
        <StockGrid key={address} filter={filter} pages={pages} first={first} />
      )}
    </div>
  )
}

export default StockPage
