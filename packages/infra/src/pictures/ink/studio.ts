import type { Ink } from './ink'
import { type Box, region } from './region'

/** The photographer's paper: warm off-white, brighter behind the garment, falling off to the corners. */
export const studio = (ink: Ink): string => {
  if (ink.flat) return '<rect width="600" height="800" fill="#e9e3d9"/>'
  const id = ink.define(
    'studio',
    (id) =>
      `<radialGradient id="${id}" cx=".5" cy=".42" r=".78"><stop offset="0" stop-color="#f1ece4"/><stop offset=".55" stop-color="#e8e1d6"/><stop offset="1" stop-color="#d6cdbf"/></radialGradient>`,
  )
  return `<rect width="600" height="800" fill="url(#${id})"/>`
}

/** One soft shadow on the wall behind, and a close one that seats the garment. */
export const castShadow = (ink: Ink, box: Box): string =>
  ink.define(
    'cast',
    (id) =>
      `<filter id="${id}" ${region(box, 60)} color-interpolation-filters="sRGB"><feGaussianBlur in="SourceAlpha" stdDeviation="15" result="far"/><feOffset in="far" dx="9" dy="18" result="far"/><feColorMatrix in="far" values="0 0 0 0 .24 0 0 0 0 .19 0 0 0 0 .14 0 0 0 .42 0" result="far"/><feMerge><feMergeNode in="far"/><feMergeNode in="SourceGraphic"/></feMerge></filter>`,
  )
