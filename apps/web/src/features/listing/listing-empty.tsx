import type { ListingAnswer, ListingQuery } from '@selvedge/core'
import { buttonStyle } from '@/components/button-style'
import { EmptyState } from '@/components/empty-state'
import { Link } from '@/components/link'
import { TextLink } from '@/components/text-link'
import { getCaller } from '@/server/root-reader'
import { type AppliedFilter, appliedFilters } from './applied-filters'
import { withDepartment, withoutFilters } from './change-listing'
import { DEPARTMENT_WORDS } from './listing-title'
import { listingHref } from './listing-url'
import { piecesWords } from './pieces-words'
import { readListingPage } from './read-listing-page'

const TRIED_MAX = 6

type Props = { path: string; query: ListingQuery; facets: ListingAnswer['facets'] }

/** No result is no dead end: what each filter costs, counted, and near matches for a mistyped word. */
export const ListingEmpty = async ({ path, query, facets }: Props) => {
  const filters = [...departmentFilter(query), ...appliedFilters(query, facets)].slice(0, TRIED_MAX)
  const [relaxed, near] = await Promise.all([
    Promise.all(filters.map(async (filter) => ({ ...filter, total: (await readListingPage(filter.without)).total }))),
    query.q && filters.length === 0 ? (await getCaller()).shop.suggest({ text: query.q }) : [],
  ])
  const ways = relaxed.filter(({ total }) => total > 0)
  return (
    <EmptyState
      title={query.q ? 'No thread leads there' : 'Nothing like that'}
      className="py-12!"
      actions={
        <>
          {filters.length > 0 ? (
            <Link href={listingHref(path, withDepartment(withoutFilters(query), undefined))} className={buttonStyle()}>
              Clear all filters
            </Link>
          ) : null}
          <Link href="/shop" className={buttonStyle({ tone: 'quiet' })}>
            See everything
          </Link>
        </>
      }
    >
      {ways.length > 0 ? (
        <>
          <p>All of it at once does not exist. With one filter less there is:</p>
          <ul className="mt-4 border-t border-rule text-body">
            {ways.map(({ key, label, without, total }) => (
              <li key={key} className="border-b border-rule">
                <Link
                  href={listingHref(path, without)}
                  className="figures flex min-h-touch items-center justify-between gap-6 text-ink hover:text-thread"
                >
                  <span>Without {label}</span>
                  <span>{piecesWords(total)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {near.length > 0 ? (
        <p>
          Did you mean{' '}
          {near.slice(0, 3).map(({ slug, title }, place) => (
            <span key={slug}>
              {place > 0 ? ', ' : ''}
              <TextLink href={`/p/${slug}`}>{title}</TextLink>
            </span>
          ))}
          ?
        </p>
      ) : null}
      {ways.length === 0 && near.length === 0 ? <p>Try a shorter word, a colour, or the name of a house.</p> : null}
    </EmptyState>
  )
}

/** The department narrows like a filter, although it has its own place on the page. */
const departmentFilter = (query: ListingQuery): AppliedFilter[] =>
  query.department
    ? [{ key: 'department', label: DEPARTMENT_WORDS[query.department], without: withDepartment(query, undefined) }]
    : []
