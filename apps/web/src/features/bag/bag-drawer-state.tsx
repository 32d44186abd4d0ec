'use client'

import { createContext, type ReactNode, use, useMemo, useState } from 'react'

type Drawer = { isOpen: boolean; setOpen: (open: boolean) => void }

const DrawerContext = createContext<Drawer | undefined>(undefined)

/** Whether the bag's drawer is open; stands around header and page, because both open it. */
export const BagDrawerProvider = ({ children }: { children: ReactNode }) => {
  const [isOpen, setOpen] = useState(false)
  const drawer = useMemo(() => ({ isOpen, setOpen }), [isOpen])
  return <DrawerContext value={drawer}>{children}</DrawerContext>
}

export const useBagDrawer = (): Drawer => {
  const drawer = use(DrawerContext)
  if (!drawer) throw new Error('useBagDrawer outside BagDrawerProvider')
  return drawer
}
