'use client'

import { useState } from 'react'
import { classNames } from './class-names'
import { Picture, type PictureProps } from './picture'

/** The other view of a piece, laid over the first once it is there. Mounted when a mouse first comes over the card. */
export const SecondPicture = (picture: Omit<PictureProps, 'alt' | 'onLoad'>) => {
  const [isThere, setThere] = useState(false)
  return (
    <div
      aria-hidden="true"
      className={classNames(
        'absolute inset-0 opacity-0 transition-opacity duration-(--medium)',
        isThere && 'pointer-fine:group-hover:opacity-100',
      )}
    >
      <Picture {...picture} alt="" onLoad={() => setThere(true)} />
    </div>
  )
}
