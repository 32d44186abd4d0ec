import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

export const metadata: Metadata = { title: 'Not found', robots: { index: false } }

/**
 * An address that no page has. It is a page of the shop, so that the shell stands around it: a `not-found` at the root
 * would travel with every page, shell and all.
 */
const Missing = () => notFound()

export default Missing
