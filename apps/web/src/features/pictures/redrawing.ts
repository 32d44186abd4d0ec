/** What the watcher needs of an image element. */
export type Redrawable = Pick<HTMLImageElement, 'naturalWidth' | 'src' | 'srcset' | 'currentSrc'>

// Drawings for the moment say they are 3 px wide; a picture shown at a high density is still far wider than that.
const SKETCH_MAX_PX = 3
const FIRST_WAIT_MS = 1_200
const TRIES = 8

const asked = (url: string, attempt: number): string =>
  url.replace(/(\/img\/[^\s?]+)(\?drawn=\d+)?/g, `$1?drawn=${attempt}`)

/** Whether what arrived is the drawing that stands in while the picture is made. */
export const isSketch = ({ naturalWidth, currentSrc }: Redrawable): boolean =>
  naturalWidth <= SKETCH_MAX_PX && currentSrc.includes('/img/')

/** Asks again for pictures that came as sketches: after 1.2 s, then half as long again each time, eight times at most. */
export const createRedrawing = () => {
  const attempts = new WeakMap<Redrawable, number>()
  const timers = new Set<ReturnType<typeof setTimeout>>()
  return {
    loaded: (image: Redrawable): void => {
      if (!isSketch(image)) return
      const attempt = (attempts.get(image) ?? 0) + 1
      if (attempt > TRIES) return
      attempts.set(image, attempt)
      const timer = setTimeout(
        () => {
          timers.delete(timer)
          // The address changes, or the browser would show what it remembers of the old one.
          if (image.srcset) image.srcset = asked(image.srcset, attempt)
          else image.src = asked(image.src, attempt)
        },
        FIRST_WAIT_MS * 1.5 ** (attempt - 1),
      )
      timers.add(timer)
    },
    stop: (): void => {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}
