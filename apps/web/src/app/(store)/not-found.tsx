import type { Metadata } from 'next'
import { NothingHere } from '@/layout/nothing-here'

export const metadata: Metadata = { title: 'Not found', robots: { index: false } }

export default NothingHere
