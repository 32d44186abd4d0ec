import type { GarmentPicture, GarmentType } from '../garment-picture'
import type { Part } from '../ink/part'
import { beanie, belt, scarf, tote } from './accessories'
import { dressShirt, dressSlip, dressWrap } from './dresses'
import { jeans } from './jeans'
import { cardigan, hoodie, knitJumper, polo, sweatshirt, tankTop, tShirt } from './jerseys'
import { blazer, coat, trench } from './outerwear'
import { bomber, gilet, puffer } from './padded'
import { blouse, overshirt, shirt } from './shirts'
import { boot, loafer, sneaker } from './shoes'
import { shorts } from './shorts'
import { skirtMidi, skirtMini } from './skirts'
import { chinos, tailoredTrousers, wideTrousers } from './trousers'

const DRAWINGS: Readonly<Record<GarmentType, (spec: GarmentPicture) => Part>> = {
  shirt,
  overshirt,
  't-shirt': tShirt,
  polo,
  blouse,
  'knit-jumper': knitJumper,
  cardigan,
  hoodie,
  sweatshirt,
  'tank-top': tankTop,
  jeans,
  chinos,
  'tailored-trousers': tailoredTrousers,
  'wide-trousers': wideTrousers,
  shorts,
  'skirt-midi': skirtMidi,
  'skirt-mini': skirtMini,
  'dress-slip': dressSlip,
  'dress-shirt': dressShirt,
  'dress-wrap': dressWrap,
  coat,
  trench,
  blazer,
  bomber,
  puffer,
  gilet,
  sneaker,
  boot,
  loafer,
  beanie,
  scarf,
  belt,
  tote,
}

/** The pieces of a garment, back to front. */
export const partsOf = (spec: GarmentPicture): Part => DRAWINGS[spec.garment](spec)
