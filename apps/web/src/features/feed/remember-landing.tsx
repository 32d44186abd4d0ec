'use client'

import { useEffect } from 'react'
import { noteLanding } from './landing'

/** Stands once around the shop: the first page of a visit says what it is about. */
export const RememberLanding = () => {
  useEffect(() => noteLanding(window.location.href), [])
  return null
}
