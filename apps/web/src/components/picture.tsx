import { classNames } from './class-names'

/** 360 is a card of two columns on a phone, 800 a whole phone, each at twice the density. */
const WIDTHS = [160, 360, 480, 640, 800, 960] as const

export type PictureProps = {
  /** Content key of the rendition set: files lie at `/img/<key>.w<width>.webp`. */
  imageKey: string
  /** What is seen; '' when the text beside it says the same. */
  alt: string
  /** The `sizes` attribute: how wide the picture stands in the layout. */
  sizes: string
  /** Dominant colour (CSS), shown until the picture is there. */
  tint?: string | undefined
  /** Width ÷ height as a pair; product pictures are 3:4. */
  ratio?: readonly [number, number]
  /** Above the fold: fetched at once and first. */
  priority?: boolean
  className?: string
  /** Client components only. */
  onLoad?: () => void
}

/** A responsive picture with its place reserved, so that nothing shifts when it arrives. */
export const Picture = ({
  imageKey,
  alt,
  sizes,
  tint,
  ratio = [3, 4],
  priority = false,
  className,
  onLoad,
}: PictureProps) => {
  const source = (width: number) => `/img/${imageKey}.w${width}.webp`
  return (
    // Renditions are made ahead of time; an optimiser on the web server's own thread is what we avoid.
    <img
      src={source(640)}
      srcSet={WIDTHS.map((width) => `${source(width)} ${width}w`).join(', ')}
      sizes={sizes}
      width={960}
      height={Math.round((960 * ratio[1]) / ratio[0])}
      alt={alt}
      loading={priority ? 'eager' : 'lazy'}
      fetchPriority={priority ? 'high' : 'auto'}
      decoding={priority ? 'sync' : 'async'}
      style={{ aspectRatio: `${ratio[0]} / ${ratio[1]}`, backgroundColor: tint ?? 'var(--sunk)' }}
      {...(onLoad ? { onLoad } : {})}
      className={classNames('block h-auto w-full object-cover', className)}
    />
  )
}
