import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient } from './generated/prisma/client'

export type { PrismaClient } from './generated/prisma/client'

/** Prisma over a pool that somebody else owns: for identity and plain reads, never for the stock path. */
export const createPrisma = (pool: pg.Pool): PrismaClient => {
  const prisma: PrismaClient = new PrismaClient({ adapter: new PrismaPg(pool) })
  return prisma
}
