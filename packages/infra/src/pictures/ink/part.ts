import type { Ink } from './ink'
import { mirror } from './path'

/** One piece of a drawing: asked for its SVG once the ink is known. Later parts lie on top of earlier ones. */
export type Part = (ink: Ink) => string

export const group =
  (...parts: readonly Part[]): Part =>
  (ink) =>
    parts.map((part) => part(ink)).join('')

/** The part for the left half and the same for the right, by way of the path's mirror image. */
export const both =
  (build: (path: (d: string) => string, side: -1 | 1) => Part): Part =>
  (ink) =>
    build((d) => d, -1)(ink) + build(mirror, 1)(ink)

export const when = (condition: boolean, ...parts: readonly Part[]): Part => (condition ? group(...parts) : () => '')
