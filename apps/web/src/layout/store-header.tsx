import { CircleUserRound, Heart, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Later } from '../components/later'
import { Link } from '../components/link'
import { Wordmark } from '../components/wordmark'
import { BagLink } from './bag-link'
import { MainNavigation } from './main-navigation'
import { MobileMenu } from './mobile-menu'
import { SearchBox } from './search-box'
import { ThemeToggle } from './theme-toggle'

/**
 * Header of the shop. What a phone does not show comes to life there in a pause. `bag` and `search` are slots for the live
 * ones; without them a plain link and form stand there.
 */
export const StoreHeader = ({ bag, search }: { bag?: ReactNode; search?: ReactNode }) => (
  <header className="sticky top-0 z-30 bg-paper">
    <div className="page-width grid h-15 grid-cols-[1fr_auto_1fr] items-center gap-2 sm:gap-4 lg:h-18">
      <div className="flex items-center">
        <div className="-ml-3 flex lg:hidden">
          <MobileMenu />
          <SearchLink />
        </div>
        <nav aria-label="Main" className="hidden lg:block">
          <Later>
            <MainNavigation />
          </Later>
        </nav>
      </div>
      <Link href="/" aria-label="Selvedge, home" className="block py-2 hover:text-thread">
        <Wordmark label="" className="h-8 w-auto lg:h-10" />
      </Link>
      <div className="-mr-3 flex items-center justify-end">
        <Later className="mr-3 hidden w-44 xl:block">{search ?? <SearchBox id="search-header" />}</Later>
        <Later className="hidden lg:block xl:hidden">
          <SearchLink />
        </Later>
        <Later className="hidden lg:block">
          <ThemeToggle />
        </Later>
        <Link
          href="/saved"
          aria-label="Saved"
          className="hidden size-touch items-center justify-center hover:text-thread sm:inline-flex"
        >
          <Heart aria-hidden="true" strokeWidth={1.5} className="size-5" />
        </Link>
        <Link
          href="/account"
          aria-label="Account"
          className="inline-flex size-touch items-center justify-center hover:text-thread"
        >
          <CircleUserRound aria-hidden="true" strokeWidth={1.5} className="size-5" />
        </Link>
        {bag ?? <BagLink />}
      </div>
    </div>
    <span aria-hidden="true" className="selvedge block" />
  </header>
)

const SearchLink = () => (
  <Link
    href="/search"
    aria-label="Search"
    className="inline-flex size-touch items-center justify-center hover:text-thread"
  >
    <Search aria-hidden="true" strokeWidth={1.5} className="size-5" />
  </Link>
)
