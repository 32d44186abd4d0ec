'use client'

import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import { classNames } from '@/components/class-names'
import { formatMoney } from '@/components/format-money'
import { Picture } from '@/components/picture'
import { trpc } from '@/trpc/client'
import { useSettled } from './use-settled'

const SETTLE_MS = 140
const LETTERS_MIN = 2

/** The search box with suggestions while one types. Without script it is a plain form to `/search`. */
export const SearchCombobox = ({ query = '', large = false }: { query?: string; large?: boolean }) => {
  const id = useId()
  const router = useRouter()
  const [text, setText] = useState(query)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const settled = useSettled(text.trim(), SETTLE_MS)
  const { data } = trpc.shop.suggest.useQuery(
    { text: settled },
    { enabled: open && settled.length >= LETTERS_MIN, placeholderData: (known) => known, staleTime: 60_000 },
  )
  const cards = useDeferredValue(settled.length >= LETTERS_MIN ? (data ?? []) : [])
  const shown = open && cards.length > 0

  const leave = (href: string) => {
    setOpen(false)
    setActive(-1)
    router.push(href)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const chosen = cards[active]
    if (event.key === 'Escape' && open) {
      event.preventDefault()
      setOpen(false)
      setActive(-1)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      // -1 is the text itself: one goes round through it.
      setActive((now) => ((now + 1 + step + cards.length + 1) % (cards.length + 1)) - 1)
    } else if (event.key === 'Enter' && shown && chosen) {
      event.preventDefault()
      leave(`/p/${chosen.slug}`)
    }
  }

  return (
    <search
      className="relative block"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <form
        action="/search"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim()) leave(`/search?q=${encodeURIComponent(text.trim())}`)
        }}
        className="flex items-center border-b border-edge focus-within:border-thread hover:border-ink"
      >
        <label htmlFor={id} className="sr-only">
          Search the shop
        </label>
        <input
          id={id}
          name="q"
          type="search"
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
          value={text}
          placeholder={large ? 'A cloth, a colour' : 'Search'}
          autoComplete="off"
          enterKeyHint="search"
          onChange={({ target }) => {
            setText(target.value)
            setOpen(true)
            setActive(-1)
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={onKeyDown}
          className={classNames(
            'min-h-touch w-full min-w-0 bg-transparent placeholder:text-soft focus-visible:outline-0 [&::-webkit-search-cancel-button]:appearance-none',
            large ? 'font-display text-headline' : 'text-body lg:text-small',
          )}
        />
        <button
          type="submit"
          aria-label="Search"
          className="inline-flex size-touch shrink-0 items-center justify-center hover:text-thread"
        >
          <Search aria-hidden="true" strokeWidth={1.5} className={large ? 'size-6' : 'size-4.5'} />
        </button>
      </form>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Suggestions"
        hidden={!shown}
        className={classNames(
          'absolute top-full z-40 border border-t-0 border-edge bg-raised shadow-lift',
          large ? 'inset-x-0' : 'right-0 w-88',
        )}
      >
        {cards.map((card, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox keeps the focus and handles the keys
          <div
            key={card.productId}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            onPointerMove={() => setActive(place)}
            onClick={() => leave(`/p/${card.slug}`)}
            className={classNames(
              'grid cursor-pointer grid-cols-[3rem_1fr_auto] items-center gap-3 p-2',
              place === active && 'bg-wash shadow-[inset_4px_0_0_var(--thread)]',
            )}
          >
            <Picture imageKey={card.pictureKey} alt="" sizes="3rem" />
            <span className="min-w-0">
              <span className="label-caps block truncate text-soft">{card.brand}</span>
              <span className="block truncate text-small font-medium">{card.title}</span>
            </span>
            <span className="figures pr-2 text-small">{formatMoney(card.priceMinor, card.currency)}</span>
          </div>
        ))}
      </div>
      <p aria-live="polite" className="sr-only">
        {shown ? `${cards.length} suggestions. Use the arrow keys.` : ''}
      </p>
    </search>
  )
}
