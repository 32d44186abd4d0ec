import { z } from 'zod'

const schema = z.object({
  /** Where the shop under test answers. */
  E2E_BASE_URL: z.url({ error: 'E2E_BASE_URL is missing: the address of a running shop, see e2e/README.md' }),
  /** The database of that shop: journeys set their stock through its ledger and read the truth there. */
  DATABASE_URL: z.url({ error: 'DATABASE_URL is missing: the database of that shop, see e2e/README.md' }),
  /** The folder of its engines; only journeys that take an engine away need it. */
  E2E_STACK_DIR: z.string().optional(),
})

/** What the journeys need to know of the shop under test. */
export const readE2eEnv = (): z.infer<typeof schema> => schema.parse(process.env)
