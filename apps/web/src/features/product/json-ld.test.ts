import { expect, test } from 'vitest'
import { serialiseForScript } from './json-ld'

test('no text of the catalogue can close the script that describes a product', () => {
  const text = serialiseForScript({ name: '</script><script>alert(1)</script>' })
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toEqual({ name: '</script><script>alert(1)</script>' })
})
