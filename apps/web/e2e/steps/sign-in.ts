import { demoLogins } from '@selvedge/db/seed'
import { readE2eEnv } from '../env'
import { expect, type Visitor } from '../fixtures/test'

type Role = ReturnType<typeof demoLogins>[number]['role']

/** A demo account of a seeded shop. */
export const loginOf = (role: Role) => {
  const login = demoLogins().find((one) => one.role === role)
  if (!login) throw new Error(`the seed has no ${role}`)
  return login
}

/** Signs in by the form as one of the demo accounts of a seeded shop and comes to `to`. */
export const signInAs = async ({ page, visit, arrive }: Visitor, role: Role, to: string): Promise<void> => {
  const { email, password } = loginOf(role)
  await visit(`/sign-in?to=${encodeURIComponent(to)}`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await arrive(to)
}

/** Opens `to` as one of the demo accounts that is signed in already, for journeys that are not about signing in. */
export const openAs = async ({ context, visit }: Visitor, role: Role, to: string): Promise<void> => {
  const { email, password } = loginOf(role)
  // A browser says where a form stands; whoever brings cookies and does not is refused.
  const headers = { origin: readE2eEnv().E2E_BASE_URL }
  const answer = await context.request.post('/api/auth/sign-in/email', { data: { email, password }, headers })
  expect(answer.status(), `signed in as ${role}`).toBe(200)
  await visit(to)
}
