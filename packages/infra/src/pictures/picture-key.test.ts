import { describe, expect, test } from 'vitest'
import type { GarmentPicture } from './garment-picture'
import { parsePictureKey, pictureKey, usualSeed } from './picture-key'

const plain: GarmentPicture = {
  garment: 't-shirt',
  colourHex: '#2f4858',
  pattern: 'stripe',
  fabric: 'cotton',
  view: 'front',
  seed: 0,
}

describe('picture keys', () => {
  test('a key names a picture and is read back as the same picture', () => {
    const full: GarmentPicture = {
      ...plain,
      secondHex: '#ffffff',
      seed: 9999,
      neckline: 'v',
      sleeve: 'long',
      pocket: 'chest',
    }
    for (const spec of [plain, { ...plain, seed: 17 }, full]) expect(parsePictureKey(pictureKey(spec))).toEqual(spec)
    const short = 't-shirt_cotton_stripe_2f4858_front'
    expect(pictureKey({ ...plain, seed: usualSeed(plain) })).toBe(short)
    expect(parsePictureKey(short)).toEqual({ ...plain, seed: usualSeed(plain) })
    expect(pictureKey(full)).toMatch(/^[a-z0-9_-]{1,130}$/)
  })

  test.each([
    ['an unknown garment', 'cape_cotton_stripe_2f4858_front'],
    ['markup instead of a colour', 't-shirt_cotton_stripe_"><script>_front'],
    ['a colour that is too short', 't-shirt_cotton_stripe_2f48_front'],
    ['a second spelling of a colour', 't-shirt_cotton_stripe_2F4858_front'],
    ['a seed written with leading zeros', 't-shirt_cotton_stripe_2f4858_front_x_007_x_x_x_x_x_x'],
    ['a negative seed', 't-shirt_cotton_stripe_2f4858_front_x_-1_x_x_x_x_x_x'],
    ['an unknown detail', 't-shirt_cotton_stripe_2f4858_front_x_17_ruff_x_x_x_x_x'],
    ['one field too many', 't-shirt_cotton_stripe_2f4858_front_x_17_x_x_x_x_x_x_x'],
    ['a path', '../../etc/passwd'],
    ['nothing', ''],
    ['a very long text', 't-shirt_'.repeat(100)],
  ])('%s is refused', (_, key) => {
    expect(parsePictureKey(key)).toBeNull()
  })
})
