'use client'

import { useEffect } from 'react'

const CHANNEL = 'selvedge:taste-told'

/** The shop has taken in something a shopper said of taste: what is chosen for them may be another thing now. */
export const tellTaste = (): void => {
  window.dispatchEvent(new Event(CHANNEL))
}

export const useTasteTold = (told: () => void): void => {
  useEffect(() => {
    window.addEventListener(CHANNEL, told)
    return () => window.removeEventListener(CHANNEL, told)
  }, [told])
}
