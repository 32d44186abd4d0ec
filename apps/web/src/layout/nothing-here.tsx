import { buttonStyle } from '../components/button-style'
import { EmptyState } from '../components/empty-state'
import { Link } from '../components/link'
import { SearchBox } from './search-box'

/** What stands where an address or a piece is not known, inside whatever shell is around it. */
export const NothingHere = () => (
  <div className="page-width">
    <EmptyState
      level={1}
      title="Nothing hangs here"
      actions={
        <>
          <Link href="/shop?sort=newest" className={buttonStyle()}>
            See what is new
          </Link>
          <Link href="/" className={buttonStyle({ tone: 'quiet' })}>
            To the front page
          </Link>
        </>
      }
    >
      <p>The piece may have left the collection, or the address has a dropped stitch.</p>
      <div className="max-w-form pt-6">
        <SearchBox id="search-lost" />
      </div>
    </EmptyState>
  </div>
)
