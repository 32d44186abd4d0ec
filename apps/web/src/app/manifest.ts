import type { MetadataRoute } from 'next'

const manifest = (): MetadataRoute.Manifest => ({
  id: '/',
  name: 'Selvedge',
  short_name: 'Selvedge',
  description: 'Clothing from small houses, chosen piece by piece. What you put in your bag is held for you.',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#f6f1e7',
  theme_color: '#f6f1e7',
  lang: 'en',
  categories: ['shopping', 'lifestyle'],
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [
    { name: 'New in', url: '/shop?sort=newest' },
    { name: 'Bag', url: '/bag' },
  ],
})

export default manifest
