import { Later } from '../components/later'
import { Link } from '../components/link'
import { Wordmark } from '../components/wordmark'
import { CountryChooser } from '../features/delivery/country-chooser'
import { FOOTER_NAVIGATION } from './navigation'

/** Foot of the shop: raw indigo by day and night. */
export const StoreFooter = () => (
  <Later className="unseen room-footer mt-section">
    <footer data-scheme="night">
      <span aria-hidden="true" className="selvedge block" />
      <div className="page-width grid grid-cols-2 gap-x-5 gap-y-12 pt-14 pb-10 md:grid-cols-3 xl:grid-cols-[2fr_1fr_1fr_1fr] md:pt-20">
        <div className="col-span-2 max-w-prose md:col-span-3 xl:col-span-1">
          <p className="max-w-[18ch] font-display text-headline text-balance">
            The edge of a cloth is what keeps it whole.
          </p>
          <p className="mt-4 max-w-form text-small text-soft">
            A selvedge is woven back into itself so that it cannot unravel. We keep stock the same way: what we show is
            there, and what is in your bag is held for you until the clock beside it ends.
          </p>
          <CountryChooser className="mt-6 max-w-64" />
        </div>
        {FOOTER_NAVIGATION.map(({ title, links }) => (
          <nav key={title} aria-label={title}>
            <p className="label-caps text-soft">{title}</p>
            <ul className="mt-3">
              {links.map(({ href, label }) => (
                <li key={href}>
                  <Link href={href} className="inline-flex min-h-9 min-w-9 items-center text-small">
                    <span className="thread-hover">{label}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
      <div className="page-width overflow-hidden">
        <Wordmark label="" className="-mb-[5%] block h-auto w-full" />
      </div>
    </footer>
  </Later>
)
