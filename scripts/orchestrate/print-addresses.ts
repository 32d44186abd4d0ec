import { demoLogins } from '@selvedge/db/seed'

/** What a person needs now, and the line that tools wait for. */
export const printAddresses = async (address: string): Promise<void> => {
  console.log(`\n  storefront  ${address}\n  admin       ${address}/admin\n`)
  for (const { role, email, password } of demoLogins()) console.log(`  ${role.padEnd(12)} ${email}   ${password}`)
  console.log(`\nready ${address}`)
}
