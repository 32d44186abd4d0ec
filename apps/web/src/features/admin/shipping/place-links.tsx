import type { ShippingWorklist } from '@selvedge/core'
import Link from 'next/link'
import { classNames } from '@/components/class-names'
import { type ShippingFilter, shippingAddress } from './shipping-filter'

type Props = { places: ShippingWorklist['places']; filter: ShippingFilter }

/** Each place with what it has to send; the one looked at is marked. */
export const PlaceLinks = ({ places, filter: { locationId, ...filter } }: Props) => {
  const sum = (of: (place: Props['places'][number]) => number) => places.reduce((total, place) => total + of(place), 0)
  const all = { orders: sum(({ orders }) => orders), units: sum(({ units }) => units), late: sum(({ late }) => late) }
  return (
    <nav aria-label="Places" className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-5">
      <PlaceLink name="Every place" figures={all} href={shippingAddress(filter)} isCurrent={locationId === undefined} />
      {places.map((place) => (
        <PlaceLink
          key={place.locationId}
          name={`${place.code}, ${place.name}`}
          figures={place}
          href={shippingAddress({ ...filter, locationId: place.locationId })}
          isCurrent={locationId === place.locationId}
        />
      ))}
    </nav>
  )
}

type Figures = { readonly orders: number; readonly units: number; readonly late: number }

const PlaceLink = ({
  name,
  figures: { orders, units, late },
  href,
  isCurrent,
}: {
  name: string
  figures: Figures
  href: string
  isCurrent: boolean
}) => (
  <Link
    href={href}
    scroll={false}
    prefetch={false}
    aria-current={isCurrent ? 'true' : undefined}
    className={classNames(
      'figures flex min-h-touch flex-col border border-rule bg-raised px-3 py-2 text-note hover:border-ink',
      isCurrent && 'border-ink shadow-[inset_0_-3px_0_var(--thread)]',
    )}
  >
    <span className="truncate text-soft">{name}</span>
    <span className="text-small font-medium">
      {units} {units === 1 ? 'piece' : 'pieces'}
      <span className="sr-only">,</span>
    </span>
    <span className="text-soft">
      {orders} {orders === 1 ? 'parcel' : 'parcels'} to send
      {late > 0 ? <span className="text-thread">, {late} late</span> : null}
    </span>
  </Link>
)
