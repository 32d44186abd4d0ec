import type { HomeView } from '@selvedge/core'
import { buttonStyle } from '@/components/button-style'
import { Link } from '@/components/link'
import { Picture } from '@/components/picture'
import { TextLink } from '@/components/text-link'
import { LivePrice } from '../listing/live-price'

type Collection = HomeView['collections'][number]

/** The day's collection: its name as large as the page allows, two of its pieces beside it, the larger with its name and price. */
export const Hero = ({ collection }: { collection: Collection }) => {
  const href = `/shop?collection=${collection.slug}`
  const { cards } = collection
  const leadKey = collection.heroKey ?? cards[0]?.pictureKey
  const lead = cards.find(({ pictureKey }) => pictureKey === leadKey)
  // Two pictures, two kinds of thing: a jumper beside a jumper says nothing new.
  const beside =
    cards.find(({ pictureKey, category }) => pictureKey !== leadKey && category !== lead?.category) ??
    cards.find(({ pictureKey }) => pictureKey !== leadKey)
  return (
    <section aria-labelledby="hero-title" className="page-width pt-8 md:pt-10">
      <div className="grid grid-cols-6 gap-x-3 gap-y-8 lg:grid-cols-12 lg:gap-x-5">
        <div className="col-span-6 flex flex-col justify-between gap-8 lg:col-span-7 lg:pb-2">
          <h1
            id="hero-title"
            className="font-display text-[clamp(3.25rem,14.5vw,7rem)] leading-[0.88] tracking-tight text-balance lg:text-[clamp(5.5rem,8.8vw,10rem)]"
          >
            {collection.title}
          </h1>
          <div className="hidden items-end gap-8 lg:flex">
            {beside ? (
              <Link href={`/p/${beside.slug}`} className="group w-[34%] shrink-0" aria-label={beside.title}>
                {/* Not first: a phone, which does not show this one, would fetch it before the picture it waits for. */}
                <Picture imageKey={beside.pictureKey} alt={beside.alt} sizes="22vw" />
              </Link>
            ) : null}
            <Standfirst collection={collection} href={href} />
          </div>
        </div>
        {leadKey ? (
          <div className="col-span-4 self-end lg:col-span-5 lg:self-start">
            <Link href={href} aria-hidden="true" tabIndex={-1} className="relative block">
              <Picture imageKey={leadKey} alt="" sizes="(min-width: 64rem) 40vw, 62vw" priority />
              <span aria-hidden="true" className="selvedge absolute inset-x-0 bottom-0" />
            </Link>
            {lead ? (
              <p className="mt-3 flex justify-between gap-4 text-small max-lg:hidden">
                <TextLink href={`/p/${lead.slug}`}>
                  {lead.title} by {lead.brand}
                </TextLink>
                <LivePrice
                  productId={lead.productId}
                  priceMinor={lead.priceMinor}
                  wasMinor={lead.compareAtMinor}
                  currency={lead.currency}
                />
              </p>
            ) : null}
          </div>
        ) : null}
        {beside ? (
          <Link href={`/p/${beside.slug}`} aria-label={beside.title} className="col-span-2 block self-end lg:hidden">
            <Picture imageKey={beside.pictureKey} alt={beside.alt} sizes="31vw" />
          </Link>
        ) : null}
        <div className="col-span-6 lg:hidden">
          <Standfirst collection={collection} href={href} />
        </div>
      </div>
    </section>
  )
}

const Standfirst = ({ collection, href }: { collection: Collection; href: string }) => (
  <div className="flex max-w-[34rem] flex-col items-start gap-6">
    <p className="text-lead text-soft text-pretty">{collection.standfirst}</p>
    <Link href={href} className={buttonStyle({ size: 'large' })}>
      See the collection
    </Link>
  </div>
)
