'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { createApiClient, trpc } from './client'
import { createQueryClient } from './query-client'

/** Gives the pages below it their procedures and one cache for a visit. */
export const ApiProvider = ({ children }: { children: ReactNode }) => {
  const [queryClient] = useState(createQueryClient)
  const [client] = useState(createApiClient)
  return (
    <trpc.Provider client={client} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </trpc.Provider>
  )
}
