import type { HeroPicture, HeroShape } from './draw-hero'

/** `hero_wide_7_b08d63-7a3b4e`: a hero as one URL-safe word. */
export const heroKey = ({ shape, seed, palette }: HeroPicture): string =>
  `hero_${shape}_${seed}_${palette.map((hex) => hex.slice(1).toLowerCase()).join('-')}`

/** The hero a key stands for, of one to six colours; null for anything else. */
export const parseHeroKey = (key: string): HeroPicture | null => {
  const found = /^hero_(wide|tall)_(0|[1-9]\d{0,3})_([0-9a-f]{6}(?:-[0-9a-f]{6}){0,5})$/.exec(key)
  if (!found) return null
  const [, shapeName, seed = '0', colours = ''] = found
  const shape: HeroShape = shapeName === 'tall' ? 'tall' : 'wide'
  return { shape, seed: Number(seed), palette: colours.split('-').map((hex) => `#${hex}`) }
}
