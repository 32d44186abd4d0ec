/** The widths pictures exist in, in device pixels; heights follow from 3:4. */
export const pictureWidths = [160, 360, 480, 640, 800, 960] as const
export type PictureWidth = (typeof pictureWidths)[number]

export const pictureFormats = ['webp', 'avif'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** The smallest stored width that is at least `width`, or the largest there is. */
export const clampWidth = (width: number): PictureWidth => pictureWidths.find((stored) => stored >= width) ?? 960

/** The other stored widths, the ones that would do best in place of `width` first: larger ones, then smaller ones. */
export const widthsAround = (width: PictureWidth): readonly PictureWidth[] => [
  ...pictureWidths.filter((other) => other > width),
  ...pictureWidths.filter((other) => other < width).toReversed(),
]

/** Raised whenever a drawing changes, so that pictures of an older hand are not served. */
export const DRAWING_VERSION = 2
