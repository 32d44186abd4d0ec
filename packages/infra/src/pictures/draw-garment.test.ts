import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { drawGarment } from './draw-garment'
import { type GarmentPicture, garmentTypes, picturePatterns, pictureViews } from './garment-picture'
import { renderFlat, renderPicture } from './render-picture'

const shirt: GarmentPicture = {
  garment: 'shirt',
  colourHex: '#2f6858',
  pattern: 'plain',
  fabric: 'cotton',
  view: 'front',
  seed: 4,
}

describe('product pictures', () => {
  test('the same garment is always drawn the same, and another seed falls differently', () => {
    expect(drawGarment(shirt)).toBe(drawGarment({ ...shirt }))
    expect(drawGarment(shirt)).not.toBe(drawGarment({ ...shirt, seed: 5 }))
  })

  test.each(garmentTypes)('%s has a front, a back and a close-up that can be rendered', async (garment) => {
    for (const view of pictureViews) {
      const svg = drawGarment({ ...shirt, garment, view }, { width: 60 })
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
      expect(await sharp(Buffer.from(svg)).metadata()).toMatchObject({ width: 60, height: 80 })
      const flat = renderFlat({ ...shirt, garment, view })
      expect(flat).not.toContain('<filter')
      await sharp(Buffer.from(flat)).stats()
    }
  })

  test.each(picturePatterns)('%s cloth is visible on the garment', async (pattern) => {
    const image = await renderPicture({ ...shirt, pattern, secondHex: '#ffffff' }, { width: 160, format: 'webp' })
    expect((await sharp(image).metadata()).format).toBe('webp')
  })

  test.each(['#2f6858', '#8b3f3f', '#c9a77c', '#f5f3ee', '#111111', '#1c2541'])(
    '%s cloth is shown in its own colour',
    async (colourHex) => {
      const image = await renderPicture({ ...shirt, garment: 'sweatshirt', colourHex }, { width: 160, format: 'webp' })
      const { channels } = await sharp(
        await sharp(image).extract({ left: 55, top: 85, width: 50, height: 50 }).toBuffer(),
      ).stats()
      const wanted = [1, 3, 5].map((at) => Number.parseInt(colourHex.slice(at, at + 2), 16))
      for (const [i, value] of wanted.entries()) expect(Math.abs((channels[i]?.mean ?? 0) - value)).toBeLessThan(14)
    },
  )
})
