import { Search } from 'lucide-react'

/** A plain form to `/search`: works before any script runs. */
export const SearchBox = ({ query = '', id }: { query?: string; id: string }) => (
  <search>
    <form
      action="/search"
      className="flex items-center border-b border-edge focus-within:border-thread hover:border-ink"
    >
      <label htmlFor={id} className="sr-only">
        Search the shop
      </label>
      <input
        id={id}
        name="q"
        type="search"
        defaultValue={query}
        placeholder="Search"
        autoComplete="off"
        enterKeyHint="search"
        className="min-h-touch w-full min-w-0 bg-transparent text-body placeholder:text-soft focus-visible:outline-0 lg:text-small"
      />
      <button
        type="submit"
        aria-label="Search"
        className="inline-flex size-touch shrink-0 items-center justify-center hover:text-thread"
      >
        <Search aria-hidden="true" strokeWidth={1.5} className="size-4.5" />
      </button>
    </form>
  </search>
)
