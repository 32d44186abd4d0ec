import type { ProductView } from '@selvedge/core'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { isRefusal } from '@/server/is-refusal'
import { getCaller } from '@/server/root-reader'

/** A product by its slug, read at most once in a request; an unknown one ends in the not-found page. */
export const readProduct = cache(async (slug: string): Promise<ProductView> => {
  const api = await getCaller()
  try {
    return await api.shop.product({ slug })
  } catch (error) {
    if (isRefusal(error, 'NOT_FOUND', 'BAD_REQUEST')) notFound()
    throw error
  }
})
