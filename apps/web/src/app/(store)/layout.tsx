import type { ReactNode } from 'react'
import { StoreShell } from '../../layout/store-shell'

const StoreLayout = ({ children }: { children: ReactNode }) => <StoreShell>{children}</StoreShell>

export default StoreLayout
