'use client'

import { useEffect } from 'react'
import { createRedrawing } from './redrawing'

/** Pictures that arrived as flat drawings are asked for again until the real ones are there. Stands once. */
export const RedrawSketches = () => {
  useEffect(() => {
    const redrawing = createRedrawing()
    const onLoad = ({ target }: Event): void => {
      if (target instanceof HTMLImageElement) redrawing.loaded(target)
    }
    // `load` does not bubble, it is seen on its way down.
    document.addEventListener('load', onLoad, true)
    for (const image of document.images) if (image.complete) redrawing.loaded(image)
    return () => {
      document.removeEventListener('load', onLoad, true)
      redrawing.stop()
    }
  }, [])
  return null
}
