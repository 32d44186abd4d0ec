'use client'

import type { OrderView } from '@selvedge/core'
import { useEffect, useSyncExternalStore } from 'react'

const KEY = 'selvedge.order-links'
const KEPT_MAX = 10

/** An order that was opened by its link in this browser: a guest's way back to it. */
export type RememberedOrder = { number: string; accessToken: string; placedAtMs: number }

/** Keeps the link of an order that was opened by its secret. */
export const useRememberedLink = (order: Pick<OrderView, 'number' | 'placedAtMs'>, accessToken: string | undefined) => {
  const { number, placedAtMs } = order
  useEffect(() => {
    if (!accessToken) return
    const others = readLinks(localStorage.getItem(KEY)).filter((link) => link.number !== number)
    localStorage.setItem(KEY, JSON.stringify([{ number, accessToken, placedAtMs }, ...others].slice(0, KEPT_MAX)))
  }, [number, placedAtMs, accessToken])
}

const listen = (listener: () => void) => {
  window.addEventListener('storage', listener)
  return () => window.removeEventListener('storage', listener)
}

/** The links kept in this browser; nothing on the server. */
export const useRememberedOrders = (): RememberedOrder[] =>
  readLinks(
    useSyncExternalStore(
      listen,
      () => localStorage.getItem(KEY),
      () => null,
    ),
  )

const readLinks = (text: string | null): RememberedOrder[] => {
  if (text === null) return []
  const value: unknown = JSON.parse(text)
  return Array.isArray(value) ? value.filter(isLink) : []
}

const isLink = (value: unknown): value is RememberedOrder =>
  typeof value === 'object' &&
  value !== null &&
  'number' in value &&
  typeof value.number === 'string' &&
  'accessToken' in value &&
  typeof value.accessToken === 'string' &&
  'placedAtMs' in value &&
  typeof value.placedAtMs === 'number'
