import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { Link } from './link'

type SwatchFace = { name: string; hex: string; selected?: boolean; soldOut?: boolean; count?: number }

const frame = (selected: boolean) =>
  classNames(
    'relative inline-flex size-touch items-center justify-center border-b-3 transition-[border-color]',
    selected ? 'border-thread' : 'border-transparent hover:border-edge',
  )

const Dye = ({ name, hex, soldOut, count }: SwatchFace) => (
  <>
    <span
      aria-hidden="true"
      style={{ backgroundColor: hex }}
      className="relative size-7 overflow-hidden rounded-full border border-edge"
    >
      {soldOut ? <span className="absolute top-1/2 -left-1 h-0.5 w-10 -rotate-45 bg-paper" /> : null}
    </span>
    <span className="sr-only">
      {name}
      {soldOut ? ', sold out' : ''}
      {count === undefined ? '' : `, ${count}`}
    </span>
  </>
)

/** A colour to choose by pressing (filters, pages that swap the picture in place). */
export const ColourSwatch = ({
  name,
  hex,
  selected = false,
  soldOut = false,
  count,
  className,
  ...rest
}: SwatchFace & Omit<ComponentProps<'button'>, 'children' | 'name'>) => (
  <button
    type="button"
    title={name}
    aria-pressed={selected}
    {...rest}
    className={classNames(frame(selected), className)}
  >
    <Dye name={name} hex={hex} soldOut={soldOut} {...(count === undefined ? {} : { count })} />
  </button>
)

/** A colour that is a page or a URL state of its own. */
export const ColourSwatchLink = ({
  name,
  hex,
  selected = false,
  soldOut = false,
  href,
  className,
  ...rest
}: SwatchFace & Omit<ComponentProps<typeof Link>, 'children'>) => (
  <Link
    href={href}
    title={name}
    aria-current={selected ? 'true' : undefined}
    {...rest}
    className={classNames(frame(selected), className)}
  >
    <Dye name={name} hex={hex} soldOut={soldOut} />
  </Link>
)
