type Rgb = readonly [number, number, number]

const parse = (hex: string): Rgb => {
  const n = Number.parseInt(hex.slice(1), 16)
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255]
}

/** `a` with the share `amount` (0 to 1) of `b`, mixed in sRGB. */
export const mix = (a: string, b: string, amount: number): string => {
  const to = parse(b)
  const channels = parse(a).map((from, i) => Math.round(from + ((to[i] ?? 0) - from) * amount))
  return `#${channels.map((c) => c.toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance, 0 to 1, as WCAG defines it. */
export const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = parse(hex).map((c) => {
    const s = c / 255
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** How one colour of cloth takes light. The base is the exact colour of the variant; the rest is derived from it. */
export interface Tones {
  readonly base: string
  readonly second: string
  readonly outline: string
  readonly seam: string
  readonly glint: string
  readonly inside: string
  /** Strength of shadows and of highlights, 0 to 1: black cloth shows form by its lights, white cloth by its shadows. */
  readonly shadow: number
  /** Colour of the shadows: warm on pale cloth, where black would look like dust. */
  readonly shade: string
  readonly light: number
  readonly isDark: boolean
  readonly isPale: boolean
}

const WARM_BLACK = '#15100c'

export const tonesOf = (base: string, second?: string): Tones => {
  const lum = luminance(base)
  const isDark = lum < 0.06
  const isPale = lum > 0.7
  return {
    base,
    second: second ?? (lum > 0.35 ? mix(base, '#26303f', 0.72) : mix(base, '#f4efe4', 0.8)),
    outline: isPale ? mix(base, '#4a4036', 0.6) : mix(base, WARM_BLACK, isDark ? 0.75 : 0.55),
    seam: isPale ? mix(base, '#5a5046', 0.55) : mix(base, WARM_BLACK, isDark ? 0.7 : 0.45),
    glint: mix(base, '#ffffff', isDark ? 0.22 : isPale ? 0.7 : 0.28),
    inside: isPale ? mix(base, '#8d8174', 0.38) : isDark ? mix(base, '#000000', 0.35) : mix(base, WARM_BLACK, 0.36),
    shadow: isDark ? 0.62 : isPale ? 0.3 : 0.34,
    shade: isPale ? '#54452f' : '#0d0804',
    light: isDark ? 0.16 : isPale ? 0.5 : 0.2,
    isDark,
    isPale,
  }
}
