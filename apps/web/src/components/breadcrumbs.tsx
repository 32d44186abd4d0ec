import { classNames } from './class-names'
import { Link } from './link'

/** Where one is; the last step has no address. */
export const Breadcrumbs = ({
  steps,
  className,
}: {
  steps: readonly { label: string; href?: string }[]
  className?: string
}) => (
  <nav aria-label="Breadcrumb" className={classNames('text-note text-soft', className)}>
    <ol className="flex flex-wrap items-center gap-x-2">
      {steps.map(({ label, href }, place) => (
        <li key={label} className="flex items-center gap-2">
          {place > 0 ? (
            <span aria-hidden="true" className="h-px w-3 bg-edge">
              {' '}
            </span>
          ) : null}
          {href ? (
            <Link href={href} className="inline-flex min-h-8 items-center hover:text-thread">
              {label}
            </Link>
          ) : (
            <span aria-current="page" className="text-ink">
              {label}
            </span>
          )}
        </li>
      ))}
    </ol>
  </nav>
)
