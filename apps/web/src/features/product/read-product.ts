import type { ProductView } from '@selvedge/core'
import { TRPCError } from '@trpc/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { getCaller } from '@/server/root-reader'

/** A product by its slug, read at most once in a request; an unknown one ends in the not-found page. */
export const readProduct = cache(async (slug: string): Promise<ProductView> => {
  const api = await getCaller()
  try {
    return await api.shop.product({ slug })
  } catch (error) {
    if (error instanceof TRPCError && (error.code === 'NOT_FOUND' || error.code === 'BAD_REQUEST')) notFound()
    throw error
  }
})
