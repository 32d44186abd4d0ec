import { toast } from '@/components/toast'
import { tellFailure } from '../frame/tell-failure'

/** How a lever answers that was moved: it says what counts now and is read again, or says why it does not. */
export const leverSettled = (said: string, readAgain: () => Promise<void>) => ({
  onSuccess: () => {
    toast(said)
    void readAgain()
  },
  onError: tellFailure,
})
