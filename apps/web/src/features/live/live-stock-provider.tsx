'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { createLiveClient, type LiveClient } from './live-client'

const LiveContext = createContext<LiveClient | undefined>(undefined)

/** Holds this tab's part in the live stream; stands once, around everything that shows stock. */
export const LiveStockProvider = ({ children }: { children: ReactNode }) => {
  const [client] = useState(createLiveClient)
  useEffect(() => client.start(), [client])
  return <LiveContext value={client}>{children}</LiveContext>
}

export const useLiveClient = (): LiveClient => {
  const client = useContext(LiveContext)
  if (client === undefined) throw new Error('useLiveStock needs a LiveStockProvider above it')
  return client
}
