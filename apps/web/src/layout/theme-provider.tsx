'use client'

import { ThemeProvider as NextThemes } from 'next-themes'
import type { ReactNode } from 'react'

/** Day, night or as the system says; the choice is set on `<html data-theme>` before the first paint. */
export const ThemeProvider = ({ children }: { children: ReactNode }) => (
  <NextThemes attribute="data-theme" defaultTheme="system" enableSystem disableTransitionOnChange>
    {children}
  </NextThemes>
)
