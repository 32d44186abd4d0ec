import { mutate, query, refusalOf } from './fixtures/call'
import { expect, test } from './fixtures/test'
import { signInAs } from './steps/sign-in'

test('a merchandiser asks a question, a shopper answers it, the answer is counted on the open page; it can be closed, not changed', async ({
  visitors,
}) => {
  const question = `Where does weekend ${Date.now()} go?`
  const [staff, shopper, other] = [await visitors(), await visitors({ consent: 'personal' }), await visitors()]
  await signInAs(staff, 'merchandiser', '/admin/polls')
  const { page } = staff

  await test.step('what is missing is said where it is missing; then it is asked', async () => {
    await page.getByRole('button', { name: 'Ask a question' }).click()
    const dialog = page.getByRole('dialog', { name: 'Ask a question' })
    await dialog.getByRole('button', { name: 'Ask it' }).click()
    await expect(dialog.getByText('Ask in 3 to 120 letters.')).toBeVisible()
    await dialog.getByLabel('Question').fill(question)
    await dialog.getByLabel('Place in the order').fill('0')
    for (const [nth, label, category] of [
      [1, 'To the sea', 'dresses'],
      [2, 'Up a hill', 'outerwear'],
    ] as const) {
      const answer = dialog.getByRole('group', { name: `Answer ${nth}` })
      await answer.getByLabel('It reads').fill(label)
      await answer.getByLabel('Which').selectOption(category)
    }
    await dialog.getByRole('button', { name: 'Ask it' }).click()
    await expect(dialog).toBeHidden()
  })
  const poll = page.getByRole('region', { name: question })
  await expect(poll).toContainText('Nobody has answered yet')
  await expect(poll.getByRole('button', { name: /^Change/ })).toBeVisible()

  await test.step('a shopper answers', async () => {
    await shopper.visit('/')
    const asked = shopper.page.getByRole('region', { name: question })
    await asked.scrollIntoViewIfNeeded()
    await asked.getByRole('button', { name: 'Up a hill' }).click()
    await expect(shopper.page.getByRole('region', { name: 'Your answer' })).toBeVisible()
  })

  await test.step('the open page counts it, and the question can no longer be changed', async () => {
    await expect(poll).toContainText('1 answer')
    const answers = poll.getByRole('listitem')
    await expect(answers.filter({ hasText: 'Up a hill' })).toContainText('100 %')
    await expect(answers.filter({ hasText: 'To the sea' })).toContainText('0 %')
    await expect(poll.getByRole('button', { name: /^Change/ })).toHaveCount(0)
    const id = question
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/-$/, '')
    const lean = { dimension: 'category', value: 'dresses', weight: 6 }
    const options = ['one', 'two'].map((name) => ({ id: name, label: name, leans: [lean] }))
    const draft = { id, question: 'Something else?', position: 0, options }
    const { request } = staff.context
    expect(await refusalOf(await mutate(request, 'admin.polls.change', draft))).toBe('POLL_ANSWERED')
    const [strange] = [
      {
        ...draft,
        id: 'strange',
        options: [...options.slice(1), { ...options[0], leans: [{ ...lean, value: 'spacesuits' }] }],
      },
    ]
    expect(await refusalOf(await mutate(request, 'admin.polls.create', strange))).toBe('POLL_VALUE_UNKNOWN')
    for (const bad of [
      { options: options.slice(1) },
      { options: [...options, ...options] },
      { endsAtMs: 1, startsAtMs: 2 },
    ])
      expect(await refusalOf(await mutate(request, 'admin.polls.create', { ...draft, ...bad }))).toBe('BAD_REQUEST')
  })

  await test.step('closed, it is put to nobody', async () => {
    await poll.getByRole('button', { name: /^Close/ }).click()
    await expect(poll.getByRole('button', { name: /^Open/ })).toBeVisible()
    const late = { pollId: 'none', optionId: 'one' }
    expect(await refusalOf(await mutate(other.context.request, 'shop.taste.answerPoll', late))).toBe('UNKNOWN_POLL')
    expect(await (await query(other.context.request, 'shop.taste.poll')).text()).not.toContain(question)
    expect(await refusalOf(await query(other.context.request, 'admin.polls.list'))).toBe('UNAUTHORIZED')
  })
})
