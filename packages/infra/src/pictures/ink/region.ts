/** A rectangle of the plane: left, top, right, bottom. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

/** Attributes of a filter that works on the box and a margin only: its cost goes by area. */
export const region = ([left, top, right, bottom]: Box, margin: number): string =>
  `filterUnits="userSpaceOnUse" x="${Math.floor(left - margin)}" y="${Math.floor(top - margin)}" width="${Math.ceil(right - left + margin * 2)}" height="${Math.ceil(bottom - top + margin * 2)}"`
