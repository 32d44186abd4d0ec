import { buttonStyle } from './button-style'
import { Link } from './link'

/** How much is shown, and the way to more: a real link, so that it works before any script and the address can be shared. */
export const LoadMore = ({
  shown,
  total,
  href,
  noun = 'pieces',
}: {
  shown: number
  total: number
  /** Address of the next page; left out on the last. */
  href?: string | undefined
  noun?: string
}) => (
  <nav aria-label="More results" className="mx-auto flex max-w-form flex-col items-center gap-4 py-12">
    <p className="figures text-small text-soft">
      {shown} of {total} {noun}
    </p>
    <span aria-hidden="true" className="block h-0.5 w-40 bg-rule">
      <span
        className="block h-full bg-thread"
        style={{ width: `${total === 0 ? 100 : Math.min(100, (shown / total) * 100)}%` }}
      />
    </span>
    {href ? (
      <Link href={href} scroll={false} className={buttonStyle({ tone: 'quiet' })}>
        Show more
      </Link>
    ) : null}
  </nav>
)

/** Earlier and later, for keyset-paged tables. */
export const Pagination = ({ previous, next }: { previous?: string | undefined; next?: string | undefined }) => (
  <nav aria-label="Pages" className="flex items-center justify-end gap-2">
    {previous ? (
      <Link href={previous} rel="prev" className={buttonStyle({ tone: 'quiet', size: 'small' })}>
        Newer
      </Link>
    ) : null}
    {next ? (
      <Link href={next} rel="next" className={buttonStyle({ tone: 'quiet', size: 'small' })}>
        Older
      </Link>
    ) : null}
  </nav>
)
