'use client'

import { ChevronDown } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { ADMIN_OVERVIEW, ADMIN_ROOMS, type AdminRoom, currentAdminLink } from './admin-rooms'
import type { NavigationLink } from './navigation'

const Entry = ({ link, current }: { link: NavigationLink; current: boolean }) => (
  <Link
    href={link.href}
    aria-current={current ? 'page' : undefined}
    className="flex min-h-touch items-center px-4 text-small font-medium text-soft -outline-offset-2 hover:text-ink aria-[current=page]:bg-raised aria-[current=page]:text-ink aria-[current=page]:shadow-[inset_3px_0_0_var(--thread)] lg:min-h-7"
  >
    {link.label}
  </Link>
)

const Room = ({ room, current }: { room: AdminRoom; current: NavigationLink | undefined }) => {
  const id = useId()
  return (
    <div>
      <p id={id} className="label-caps px-4 pb-1 text-soft">
        {room.title}
      </p>
      <ul aria-labelledby={id}>
        {room.links.map((link) => (
          <li key={link.href}>
            <Entry link={link} current={link === current} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/**
 * The rooms of the back office: a column beside wide pages; on narrow ones a bar that says where one is and unfolds.
 * It is folded for the page it was opened on, so that it closes by itself where a link leads.
 */
export const AdminNavigation = () => {
  const pathname = usePathname()
  const panel = useId()
  const bar = useRef<HTMLButtonElement>(null)
  const [openOn, setOpenOn] = useState<string>()
  const open = openOn === pathname
  const current = currentAdminLink(pathname)
  const room = ADMIN_ROOMS.find(({ links }) => links.some((link) => link === current))
  const foldOnEscape = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !open) return
    setOpenOn(undefined)
    bar.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape folds what the button within has unfolded
    <div onKeyDown={foldOnEscape}>
      <button
        ref={bar}
        type="button"
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpenOn(open ? undefined : pathname)}
        className="flex min-h-touch w-full items-center gap-3 px-4 text-left text-small font-medium -outline-offset-2 lg:hidden"
      >
        {room ? <span className="label-caps text-soft">{room.title}</span> : null}
        <span>{current?.label ?? 'All rooms'}</span>
        <ChevronDown
          aria-hidden="true"
          strokeWidth={1.5}
          className={`ml-auto size-5 transition-transform ${open ? 'rotate-180' : ''}`}
        />
      </button>
      <div
        id={panel}
        className={`grid-cols-2 gap-x-2 gap-y-4 border-t border-rule py-3 sm:grid-cols-3 lg:flex lg:flex-col lg:gap-4 lg:border-0 lg:py-0 ${open ? 'grid' : 'hidden'}`}
      >
        <div className="col-span-full">
          <Entry link={ADMIN_OVERVIEW} current={current === ADMIN_OVERVIEW} />
        </div>
        {ADMIN_ROOMS.map((one) => (
          <Room key={one.title} room={one} current={current} />
        ))}
      </div>
    </div>
  )
}
