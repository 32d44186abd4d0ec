'use client'

import { useState } from 'react'

/**
 * A button and the sheet it opens, whose code is fetched (`load`) when a finger or the focus comes near the button.
 * `opener` is spread on the button; the sheet is mounted, in a Suspense, once it `isWanted`.
 */
export const useLazySheet = (load: () => Promise<unknown>) => {
  const [isWanted, setWanted] = useState(false)
  const [open, setOpen] = useState(false)
  const fetchAhead = () => void load()
  const opener = {
    'aria-haspopup': 'dialog',
    'aria-expanded': open,
    onPointerEnter: fetchAhead,
    onFocus: fetchAhead,
    onClick: () => {
      setWanted(true)
      setOpen(true)
    },
  } as const
  return { opener, isWanted, sheet: { open, onOpenChange: setOpen } }
}
