import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { Link } from './link'

export type TextLinkProps = ComponentProps<typeof Link> & {
  /** `drawn` is underlined at rest (running text), `hover` draws its thread under the pointer (navigation). */
  look?: 'drawn' | 'hover'
}

/** A link in text or navigation. */
export const TextLink = ({ look = 'drawn', className, ...rest }: TextLinkProps) => (
  <Link
    className={classNames(
      look === 'drawn' ? 'thread-link' : 'thread-hover inline-flex min-h-6 items-center',
      className,
    )}
    {...rest}
  />
)
