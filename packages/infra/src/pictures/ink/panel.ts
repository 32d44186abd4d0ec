import type { Ink } from './ink'
import type { Part } from './part'
import { mix, type Tones, tonesOf } from './tones'

export type Cloth = 'main' | 'second' | 'inside' | 'pale' | { readonly hex: string }

export interface PanelStyle {
  readonly cloth?: Cloth
  /** Degrees by which design and weave are turned, as the panel was cut. */
  readonly grain?: number
  /** Where the form turns away from the light. */
  readonly shade?: 'tube' | 'left' | 'right' | 'none'
  /** Shadows and lights of folds, drawn blurred inside the panel: closed paths. */
  readonly folds?: readonly string[]
  readonly lights?: readonly string[]
  /** Lies on top of what is below and throws a shadow on it. */
  readonly lifted?: boolean
  readonly outlined?: boolean
  /** Strength of the darkening towards the edge, 1 as usual. */
  readonly round?: number
  /** Always in the plain colour, whatever the design. */
  readonly plain?: boolean
  /** Seams and stitches cut off at the panel's edge. */
  readonly within?: Part
}

/** A piece of cloth: colour, design, weave, form, folds, edge, in this order, clipped to its outline. */
export const panel =
  (path: string, style: PanelStyle = {}): Part =>
  (ink) => {
    const { cloth = 'main', grain = 0, shade = 'tube', folds = [], lights = [], outlined = true, round = 1 } = style
    const d = ink.drape(path)
    if (outlined) ink.occupy(d)
    const tones = tonesFor(ink, cloth)
    const design = cloth === 'main' && !style.plain ? ink.patternAt(grain) : undefined
    const texture = cloth === 'main' || cloth === 'second' ? ink.textureAt(grain) : undefined
    const fills = [tones.base, design && `url(#${design})`, texture && `url(#${texture})`]
      .filter((fill) => fill !== undefined)
      .map((fill) => `<path d="${d}" fill="${fill}"/>`)
    const edge = outlined
      ? `<path d="${d}" fill="none" stroke="${tones.outline}" stroke-width="1.5" stroke-linejoin="round"/>`
      : ''
    if (ink.flat) return fills.join('') + edge

    const clip = ink.define(`clip ${d}`, (id) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`)
    const form = shade === 'none' ? '' : `<path d="${d}" fill="url(#${formOf(ink, shade, tones)})"/>`
    // Black cloth swallows its outline: the edges catch a little light instead.
    const gleam = tones.isDark ? `<path d="${d}" fill="none" stroke="#fff" stroke-opacity=".17" stroke-width="3"/>` : ''
    const creases =
      folds.map((f) => `<path d="${ink.drape(f)}" fill="${tones.shade}" fill-opacity="${tones.shadow}"/>`).join('') +
      lights.map((f) => `<path d="${ink.drape(f)}" fill="#fff" fill-opacity="${tones.light}"/>`).join('')
    const rim = `<path d="${d}" fill="none" stroke="${tones.shade}" stroke-opacity="${tones.shadow * 0.62 * round}" stroke-width="15"/>`
    const soft = `<g filter="url(#${softFilter(ink, 5)})">${rim}${creases}</g>`
    const shadow = style.lifted
      ? `<path d="${d}" fill="#0d0804" fill-opacity=".34" transform="translate(2 6)" filter="url(#${softFilter(ink, 4)})"/>`
      : ''
    return `${shadow}<g clip-path="url(#${clip})">${fills.join('')}${form}${soft}${gleam}${style.within?.(ink) ?? ''}</g>${edge}`
  }

const tonesFor = (ink: Ink, cloth: Cloth) => {
  if (cloth === 'main') return ink.tones
  if (cloth === 'second') return tonesOf(ink.tones.second)
  if (cloth === 'inside') return tonesOf(ink.tones.inside)
  if (cloth === 'pale') return tonesOf(mix(ink.tones.base, '#ffffff', ink.tones.isDark ? 0.12 : 0.25))
  return tonesOf(cloth.hex)
}

/** A blur shared by every part of the drawing. */
export const softFilter = (ink: Ink, deviation: number): string =>
  ink.define(
    `soft ${deviation}`,
    (id) =>
      `<filter id="${id}" x="-.25" y="-.25" width="1.5" height="1.5" color-interpolation-filters="sRGB"><feGaussianBlur stdDeviation="${deviation}"/></filter>`,
  )

const formOf = (ink: Ink, turn: 'tube' | 'left' | 'right', { shadow, light, shade }: Tones): string => {
  const dark = (offset: number, share: number) =>
    `<stop offset="${offset}" stop-color="${shade}" stop-opacity="${(shadow * share).toFixed(3)}"/>`
  const lit = (offset: number, share: number) =>
    `<stop offset="${offset}" stop-color="#fff" stop-opacity="${(light * share).toFixed(3)}"/>`
  const stops = {
    tube:
      dark(0, 0.6) + dark(0.15, 0.1) + lit(0.28, 0.6) + lit(0.44, 0) + dark(0.68, 0) + dark(0.87, 0.2) + dark(1, 0.8),
    left: dark(0, 0.9) + dark(0.4, 0.15) + lit(0.75, 0.45) + dark(1, 0.1),
    right: dark(0, 0.1) + lit(0.25, 0.6) + dark(0.6, 0.2) + dark(1, 1),
  }[turn]
  return ink.define(`form ${turn} ${shadow} ${shade}`, (id) => `<linearGradient id="${id}">${stops}</linearGradient>`)
}
