import { expect, test } from 'vitest'
import { campaignOf } from './campaign'
import { landing, landingOf, noteLanding } from './landing'

test('a visit begins with a campaign or a collection, and anything else says nothing', () => {
  expect(landingOf('https://shop.example/?utm_campaign=Linen-Summer')).toBe('linen-summer')
  expect(landingOf('https://shop.example/shop?collection=the-coat-room')).toBe('the-coat-room')
  expect(landingOf('https://shop.example/p/coat')).toBeUndefined()
  expect(landingOf('https://shop.example/?utm_campaign=%3Cscript%3E')).toBeUndefined()
  expect(landingOf(`https://shop.example/?utm_campaign=${'a'.repeat(200)}`)).toBeUndefined()
})

test('the page itself reads of an address what the visit will remember', () => {
  expect(campaignOf('Linen-Summer')).toBe('linen-summer')
  expect(campaignOf(['linen', 'wool'])).toBe('linen')
  for (const nothing of [undefined, null, '', '<script>', [], 'İndirim', '𝒜'.repeat(80)])
    expect(campaignOf(nothing)).toBeUndefined()
})

test('the first address of a visit is the one it began with', () => {
  expect(landing()).toBeUndefined()
  noteLanding('https://shop.example/shop?collection=the-coat-room')
  noteLanding('https://shop.example/?utm_campaign=other')
  expect(landing()).toBe('the-coat-room')
})
