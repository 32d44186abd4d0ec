import localFont from 'next/font/local'

/** Gloock: one heavy, high-contrast weight for everything that is said loudly. Latin subset, 26 kB, preloaded. */
export const display = localFont({
  src: '../../node_modules/@fontsource/gloock/files/gloock-latin-400-normal.woff2',
  weight: '400',
  display: 'swap',
  variable: '--face-display',
  adjustFontFallback: 'Times New Roman',
})

/** Familjen Grotesk, variable weight: compact, tabular figures. Latin subset, 19 kB, preloaded. */
export const text = localFont({
  src: '../../node_modules/@fontsource-variable/familjen-grotesk/files/familjen-grotesk-latin-wght-normal.woff2',
  weight: '400 700',
  display: 'swap',
  variable: '--face-text',
  adjustFontFallback: 'Arial',
})
