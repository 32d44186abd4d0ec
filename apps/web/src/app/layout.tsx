import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { EarlyPresses } from '../components/early-presses'
import { Toasts } from '../components/toast'
import { OfflineShop } from '../features/offline/offline-shop'
import { THEME_SCRIPT } from '../layout/theme-script'
import { display, text } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Selvedge. Clothes with an edge that holds', template: '%s | Selvedge' },
  description: 'Clothing from small houses, chosen piece by piece. What you put in your bag is held for you.',
  applicationName: 'Selvedge',
  appleWebApp: { capable: true, title: 'Selvedge', statusBarStyle: 'default' },
  icons: { icon: [{ url: '/icons/icon-32.png', sizes: '32x32' }], apple: '/icons/apple-180.png' },
  formatDetection: { telephone: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f1e7' },
    { media: '(prefers-color-scheme: dark)', color: '#0d1427' },
  ],
}

const RootLayout = ({ children }: { children: ReactNode }) => (
  <html lang="en" className={`${display.variable} ${text.variable}`} suppressHydrationWarning>
    <body className="font-text text-body antialiased">
      <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      {children}
      <Toasts />
      <OfflineShop />
      <EarlyPresses />
    </body>
  </html>
)

export default RootLayout
