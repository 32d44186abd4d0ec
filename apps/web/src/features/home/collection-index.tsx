import type { HomeView } from '@selvedge/core'
import { Later } from '@/components/later'
import { Link } from '@/components/link'

/** All collections as a table of contents, dyed as night. */
export const CollectionIndex = ({
  title = 'All collections',
  collections,
}: {
  title?: string | undefined
  collections: HomeView['collections']
}) => (
  <Later className="unseen room-index">
    <section aria-labelledby="index-title" data-scheme="night" className="py-section">
      <div className="page-width">
        <h2 id="index-title" className="label-caps text-soft">
          {title}
        </h2>
        <ul className="mt-6">
          {collections.map(({ slug, title: name, standfirst }) => (
            <li key={slug} className="border-t border-rule last:border-b">
              <Link
                href={`/shop?collection=${slug}`}
                className="group grid gap-x-10 gap-y-1 py-5 lg:grid-cols-[1fr_1fr] lg:items-baseline"
              >
                <span className="font-display text-headline transition-transform duration-(--medium) ease-drape group-hover:text-thread motion-safe:group-hover:translate-x-3">
                  {name}
                </span>
                <span className="max-w-prose text-small text-soft text-pretty">{standfirst}</span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </section>
  </Later>
)
