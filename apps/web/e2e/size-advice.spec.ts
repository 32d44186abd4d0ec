import { mutate, refusalOf } from './fixtures/call'
import { expect, type Shop, test } from './fixtures/test'
import { addressOf } from './steps/product-page'

const LETTERS = ['XS', 'S', 'M', 'L', 'XL']

/** A piece of clothes, sold by letters. */
const clothes = async ({ stock }: Shop) => {
  for (;;) {
    const piece = await stock.claim(3)
    if (LETTERS.includes(piece.size)) return piece
  }
}

test('told what is usually worn, the page of a piece advises a size and says how sure that is; taken back, it does not', async ({
  visitors,
  shop,
}) => {
  const visitor = await visitors({ consent: 'personal' })
  const { page, visit, context } = visitor
  const piece = await clothes(shop)
  const advice = page.getByRole('region', { name: 'Advice on fit' })
  const nothing = 'Not enough is known of your fit to advise one.'
  // A shop that has just begun learns how its pieces fit in its first minute.
  await expect(async () => {
    await visit(addressOf(piece))
    await expect(advice).toContainText(nothing, { timeout: 3_000 })
  }).toPass({ timeout: 90_000 })

  await advice.getByRole('button', { name: 'What we know of your fit' }).click()
  const form = advice.getByRole('form', { name: 'Your fit' })
  await form.getByLabel(/^Usually worn/).selectOption(piece.size)
  await form.getByRole('button', { name: 'Keep and advise' }).click()
  const advised = /We advise .+: of ten such advices about \d fit, going by what you told us\./
  await expect(advice).toContainText(advised)
  await visit(addressOf(piece))
  await expect(advice).toContainText(advised)

  for (const answer of [{ heightCm: 20 }, { weightKg: 1e9 }, { usualSize: '43' }, {}])
    expect(await refusalOf(await mutate(context.request, 'shop.sizeAdvice.tell', answer))).toBe('BAD_REQUEST')

  await advice.getByRole('button', { name: 'What we know of your fit' }).click()
  await expect(form.getByLabel(/^Usually worn/)).toHaveValue(piece.size)
  await form.getByRole('button', { name: 'Forget it' }).click()
  await expect(advice).toContainText(nothing)
})
