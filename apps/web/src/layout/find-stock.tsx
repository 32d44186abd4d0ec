'use client'

import { Search } from 'lucide-react'
import { usePathname } from 'next/navigation'

/** From anywhere to the stock of a product. The stock page has its own search, with filters beside it. */
export const FindStock = () => {
  if (usePathname() === '/admin/stock') return null
  return (
    <search className="min-w-0 flex-1 md:max-w-form">
      <form action="/admin/stock" className="flex items-center border border-edge bg-raised focus-within:border-ink">
        <label htmlFor="find-stock" className="sr-only">
          Find a product or SKU in stock
        </label>
        <Search aria-hidden="true" strokeWidth={1.5} className="ml-3 size-4 shrink-0 text-soft" />
        <input
          id="find-stock"
          name="q"
          type="search"
          placeholder="Find stock"
          autoComplete="off"
          className="min-h-9 w-full min-w-0 bg-transparent px-3 text-small placeholder:text-soft focus-visible:shadow-[inset_0_-3px_0_var(--thread)] focus-visible:outline-0"
        />
      </form>
    </search>
  )
}
