'use client'

import { usePathname } from 'next/navigation'
import { SearchCombobox } from './search-combobox'

/** The search box of the header. The search page has its own, larger: two would ask which of them counts. */
export const HeaderSearch = () => (usePathname() === '/search' ? null : <SearchCombobox />)
