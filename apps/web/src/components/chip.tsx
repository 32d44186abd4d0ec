import { X } from 'lucide-react'
import { classNames } from './class-names'
import { Link } from './link'

const style =
  'figures inline-flex min-h-8 items-center gap-1.5 border border-ink bg-paper pr-2 pl-3 text-note hover:bg-ink hover:text-paper transition-colors'

/** An applied filter; pressing it takes the filter away. */
export const Chip = ({ label, onRemove, className }: { label: string; onRemove: () => void; className?: string }) => (
  <button type="button" onClick={onRemove} className={classNames(style, className)}>
    <span className="sr-only">Remove </span>
    {label}
    <X aria-hidden="true" strokeWidth={1.5} className="size-3.5" />
  </button>
)

/** The same as a link to the URL without that filter: works before any script runs. */
export const ChipLink = ({ label, href, className }: { label: string; href: string; className?: string }) => (
  <Link href={href} scroll={false} className={classNames(style, className)}>
    <span className="sr-only">Remove </span>
    {label}
    <X aria-hidden="true" strokeWidth={1.5} className="size-3.5" />
  </Link>
)
