import { PLANE } from './ink/path'

interface SvgDocument {
  readonly width: number
  readonly height: number
  readonly defs: string
  readonly content: string
  readonly viewBox?: string
}

/** Wraps content of the drawing plane into a document of the given size in device pixels. */
export const svgDocument = ({ width, height, defs, content, viewBox }: SvgDocument): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="${viewBox ?? `0 0 ${PLANE.width} ${PLANE.height}`}"><defs>${defs}</defs>${content}</svg>`
