import { hashPassword } from 'better-auth/crypto'
import type { PoolClient } from 'pg'
import { DEMO_LOGINS } from '../demo-logins'
import type { GeneratedCustomer } from '../generate/customers'
import { copyRows } from './copy-rows'

const USER = ['id', 'name', 'email', 'email_verified', 'role', 'created_at', 'updated_at']

/** Writes the past's customers. They have no password: nobody can sign in as one of them. */
export async function writeCustomers(client: PoolClient, customers: readonly GeneratedCustomer[]): Promise<void> {
  await copyRows(
    client,
    'users',
    USER,
    customers.map((c) => [c.id, c.name, c.email, true, 'shopper', c.createdAt, c.createdAt]),
  )
}

/** Writes the demo accounts with their passwords; `shopperId` is the customer whose orders the demo shopper sees. */
export async function writeDemoLogins(
  client: PoolClient,
  { shopperId, at }: { shopperId: string; at: Date },
): Promise<void> {
  const logins = await Promise.all(
    DEMO_LOGINS.map(async (login) => ({
      ...login,
      id: login.role === 'shopper' ? shopperId : `demo-${login.role}`,
      hash: await hashPassword(login.password),
    })),
  )
  await copyRows(
    client,
    'users',
    USER,
    logins.map((l) => [l.id, l.name, l.email, true, l.role, at, at]),
  )
  await copyRows(
    client,
    'account',
    ['id', 'account_id', 'provider_id', 'user_id', 'password', 'created_at', 'updated_at'],
    logins.map((l) => [`demo-account-${l.role}`, l.id, 'credential', l.id, l.hash, at, at]),
  )
}
