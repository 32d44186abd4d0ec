'use client'

import { type ComponentType, lazy, useState } from 'react'
import { toast } from './toast'

/**
 * A button and the sheet it opens, whose code is fetched (`load`) when a finger or the focus comes near the button.
 * `opener` is spread on the button; `Sheet` is mounted, in a `LateCode` that gives up by `giveUp`, once it `isWanted`.
 * `name` is what could not open, for people.
 */
export const useLazySheet = <Props>(load: () => Promise<{ default: ComponentType<Props> }>, name: string) => {
  const [isWanted, setWanted] = useState(false)
  const [open, setOpen] = useState(false)
  const [Sheet, setSheet] = useState(() => lazy(load))
  // Code that does not arrive ahead is no fault yet: the opening asks for it once more, and tells.
  const fetchAhead = (): void => void load().catch(() => undefined)
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
  const giveUp = (): void => {
    setOpen(false)
    setWanted(false)
    setSheet(() => lazy(load)) // a lazy one that failed stays failed; the next press asks for the code anew
    toast(`${name} could not open`, { description: 'Is there a connection? Please try again.', tone: 'error' })
  }
  return { opener, isWanted, sheet: { open, onOpenChange: setOpen }, Sheet, giveUp }
}
