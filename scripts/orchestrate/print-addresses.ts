/** What a person needs now, and the line that tools wait for. */
export const printAddresses = async (address: string, logs: string, hasDemoLogins: boolean): Promise<void> => {
  console.log(`\n  storefront  ${address}\n  admin       ${address}/admin\n  logs        ${logs}\n`)
  if (hasDemoLogins) await printLogins()
  console.log(`ready ${address}`)
}

const printLogins = async (): Promise<void> => {
  // Loaded late: it needs the database client, which the build has just generated.
  const { demoLogins } = await import('@selvedge/db/seed')
  for (const { role, email, password } of demoLogins()) console.log(`  ${role.padEnd(12)} ${email}   ${password}`)
  console.log('')
}
