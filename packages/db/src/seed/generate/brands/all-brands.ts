import type { Brand } from './brand'
import { EVERYDAY } from './everyday'
import { KNITTERS } from './knitters'
import { SHOES_AND_LEATHER } from './shoes-and-leather'
import { TAILORS_AND_SHIRTMAKERS } from './tailors-and-shirtmakers'
import { WEATHER_MAKERS } from './weather-makers'
import { WORKWEAR_AND_DENIM } from './workwear-and-denim'

/** The invented houses of the shop; their order is part of what a seed number means. */
export const BRANDS: readonly Brand[] = [
  ...TAILORS_AND_SHIRTMAKERS,
  ...WORKWEAR_AND_DENIM,
  ...KNITTERS,
  ...EVERYDAY,
  ...WEATHER_MAKERS,
  ...SHOES_AND_LEATHER,
]
