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

test('height and weight, freely given, make an advice that says how sure it is; taken back, it is gone', async ({
  visitor,
  shop,
}) => {
  const { page, visit } = visitor
  const piece = await shop.stock.claim(3, { category: 'tops', size: 'M', department: 'women' })
  const advice = page.getByRole('region', { name: 'Advice on fit' })
  const advised = advice.getByText(
    /^By height and weight alone we would begin with (XS|S|M|L|XL): about [4-9] of ten people built like you have that size\./,
  )
  const silent = advice.getByText('Not enough is known of your fit to advise one.')
  const form = advice.getByRole('form', { name: 'Your fit' })
  await expect(async () => {
    await visit(addressOf(piece))
    await expect(silent).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 90_000 })

  await test.step('nobody is measured by a slip of the hand', async () => {
    await advice.getByRole('button', { name: 'What we know of your fit' }).click()
    await expect(form.getByRole('button', { name: 'Forget it' })).toHaveCount(0)
    await form.getByLabel('Height in cm').fill('17')
    await form.getByLabel('Weight in kg').fill('62')
    await form.getByRole('button', { name: 'Keep and advise' }).click()
    await expect(form.getByLabel('Height in cm')).toBeFocused()
  })

  await test.step('what was told is advised by, here and on the next page', async () => {
    await form.getByLabel('Height in cm').fill('168')
    await form.getByRole('button', { name: 'Keep and advise' }).click()
    await expect(advised).toBeVisible()
    await visit(addressOf(piece))
    await expect(advised).toBeVisible()
  })

  await test.step('it is shown as it is kept, and forgotten by one press', async () => {
    await advice.getByRole('button', { name: 'What we know of your fit' }).click()
    await expect(form.getByLabel('Height in cm')).toHaveValue('168')
    await expect(form.getByLabel('Weight in kg')).toHaveValue('62')
    await form.getByRole('button', { name: 'Forget it' }).click()
    await expect(silent).toBeVisible()
    await visit(addressOf(piece))
    await expect(silent).toBeVisible()
    await advice.getByRole('button', { name: 'What we know of your fit' }).click()
    await expect(form.getByLabel('Height in cm')).toHaveValue('')
  })
})
