import { demoLogins } from '@selvedge/db/seed'
import type { Visitor } from '../fixtures/test'

type Role = ReturnType<typeof demoLogins>[number]['role']

/** Signs in as one of the demo accounts of a seeded shop and comes to `to`. */
export const signInAs = async ({ page, visit, arrive }: Visitor, role: Role, to: string): Promise<void> => {
  const login = demoLogins().find((one) => one.role === role)
  if (!login) throw new Error(`the seed has no ${role}`)
  await visit(`/sign-in?to=${encodeURIComponent(to)}`)
  await page.getByLabel('E-mail').fill(login.email)
  await page.getByLabel('Password').fill(login.password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await arrive(to)
}
