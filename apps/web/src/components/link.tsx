'use client'

import NextLink from 'next/link'
import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'

export type LinkProps = Omit<ComponentProps<typeof NextLink>, 'href' | 'prefetch'> & { href: string }

/**
 * A link inside the shop. The page behind it is fetched ahead when a pointer, a finger or the focus comes to it, and not
 * as soon as it is on the screen: forty cards would ask for forty pages while this one is still coming to life.
 */
export const Link = ({ href, onPointerEnter, onFocus, ...rest }: LinkProps) => {
  const router = useRouter()
  return (
    <NextLink
      {...rest}
      href={href}
      prefetch={false}
      onPointerEnter={(event) => {
        router.prefetch(href)
        onPointerEnter?.(event)
      }}
      onFocus={(event) => {
        router.prefetch(href)
        onFocus?.(event)
      }}
    />
  )
}
