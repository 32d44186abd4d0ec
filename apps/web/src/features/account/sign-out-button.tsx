'use client'

import { useState } from 'react'
import { Button } from '@/components/button'
import { toast } from '@/components/toast'
import { forgetRecorded, recordSigningOut } from '../behaviour/recorder'
import { forgetKeptPages } from '../offline/page-cache'
import { authClient } from './auth-client'
import { authWords } from './auth-words'

/** Ends the session of this browser. */
export const SignOutButton = () => {
  const [isBusy, setBusy] = useState(false)
  const signOut = async () => {
    setBusy(true)
    // Under the name of who leaves, not of who comes next.
    recordSigningOut()
    const { error } = await authClient.signOut()
    if (error) {
      setBusy(false)
      toast(authWords(error).title, { tone: 'error' })
      return
    }
    forgetRecorded()
    await forgetKeptPages()
    window.location.assign('/')
  }
  return (
    <Button tone="quiet" loading={isBusy} onClick={() => void signOut()}>
      Sign out
    </Button>
  )
}
