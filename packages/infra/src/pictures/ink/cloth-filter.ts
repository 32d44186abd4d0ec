import type { PictureFabric } from '../garment-picture'
import type { Ink } from './ink'
import { type Box, region } from './region'

/** How a cloth hangs: strength of its low folds, their frequency across and along, and the grain of its surface. */
interface Hand {
  readonly folds: number
  readonly across: number
  readonly along: number
  readonly grain: number
}

const HANDS: Readonly<Record<PictureFabric, Hand>> = {
  linen: { folds: 0.4, across: 0.013, along: 0.003, grain: 0.07 },
  cotton: { folds: 0.34, across: 0.0095, along: 0.0024, grain: 0.04 },
  wool: { folds: 0.26, across: 0.0065, along: 0.002, grain: 0.1 },
  denim: { folds: 0.32, across: 0.009, along: 0.003, grain: 0.09 },
  silk: { folds: 0.62, across: 0.0095, along: 0.002, grain: 0.015 },
  leather: { folds: 0.3, across: 0.008, along: 0.0045, grain: 0.035 },
  suede: { folds: 0.26, across: 0.007, along: 0.004, grain: 0.09 },
  knit: { folds: 0.26, across: 0.007, along: 0.0024, grain: 0.08 },
  technical: { folds: 0.42, across: 0.01, along: 0.0035, grain: 0.02 },
  corduroy: { folds: 0.28, across: 0.0075, along: 0.0026, grain: 0.07 },
  jersey: { folds: 0.36, across: 0.0085, along: 0.0026, grain: 0.045 },
  canvas: { folds: 0.24, across: 0.007, along: 0.003, grain: 0.07 },
}

/**
 * Low folds and surface grain over the finished figure. Noise n is centred on .5 and applied as
 * c + a·c·(n - .5) + b·(n - .5): the product keeps the hue, the sum lets black cloth show its folds. Mid-tones stay exact.
 */
export const clothFilter = (ink: Ink, box: Box): string => {
  const { folds, across, along, grain } = HANDS[ink.spec.fabric]
  // Pale cloth soils when it is darkened by noise; its folds come from the drawn ones.
  const [a, b] = ink.tones.isDark ? [folds, folds * 0.24] : [folds * (ink.tones.isPale ? 0.5 : 1), folds * 0.1]
  const arithmetic = (strength: number, add: number) =>
    `operator="arithmetic" k1="${strength.toFixed(3)}" k2="${(1 - strength / 2).toFixed(3)}" k3="${add.toFixed(3)}" k4="${(-add / 2).toFixed(3)}"`
  const grey = (contrast: number) => {
    const row = `${contrast} 0 0 0 ${((1 - contrast) / 2).toFixed(3)}`
    return `${row} ${row} ${row} 0 0 0 0 1`
  }
  return ink.define(
    'cloth',
    (id) =>
      `<filter id="${id}" ${region(box, 12)} color-interpolation-filters="sRGB">` +
      `<feTurbulence type="fractalNoise" baseFrequency="${across} ${along}" numOctaves="3" seed="${ink.spec.seed % 997}"/><feColorMatrix values="${grey(2.1)}" result="folds"/>` +
      `<feTurbulence type="fractalNoise" baseFrequency=".55" numOctaves="1" seed="3"/><feColorMatrix values="${grey(1.4)}" result="grain"/>` +
      `<feComposite in="SourceGraphic" in2="folds" ${arithmetic(a, b)} result="draped"/>` +
      `<feComposite in="draped" in2="grain" ${arithmetic(grain * 1.4, grain * 0.35)} result="woven"/>` +
      `<feComposite in="woven" in2="SourceAlpha" operator="in"/></filter>`,
  )
}
