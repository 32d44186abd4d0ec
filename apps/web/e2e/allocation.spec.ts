import { settled } from './fixtures/settled'
import { expect, test } from './fixtures/test'
import { openAs } from './steps/sign-in'

test('a policy is tried before it is saved, by an admin alone', async ({ visitors, shop }) => {
  const piece = await shop.stock.claim(2)
  const [admin, colleague] = [await visitors(), await visitors()]
  const { page } = admin

  await openAs(colleague, 'merchandiser', '/admin/allocation')
  await expect(colleague.page.getByText('Policies are set by an admin.').first()).toBeVisible()
  await expect(colleague.page.getByRole('button', { name: /^Save/ })).toHaveCount(0)

  await openAs(admin, 'admin', '/admin/allocation')
  const split = page.getByLabel('One line may come from several places')
  const save = page.getByRole('button', { name: /^Save the policy/ })
  const was = await split.isChecked()
  const setSplit = async (isOn: boolean) => {
    await split.setChecked(isOn)
    await save.click()
    await expect(page.getByText('The policy counts from now on').last()).toBeVisible()
    await expect(save).toBeDisabled()
  }

  const tried = page.getByRole('region', { name: 'Try it' })
  await tried.getByLabel('Lines').fill(`${piece.sku} 2`)
  await tried.getByRole('button', { name: 'Plan it' }).click()
  await expect(tried.getByRole('status')).toContainText('One parcel.')
  await expect(tried.getByRole('table', { name: `Why: ${piece.sku}` })).toBeVisible()

  await setSplit(!was)
  await page.reload()
  await settled(page)
  expect(await split.isChecked()).toBe(!was)
  await setSplit(was)
})
