import type { Words } from '../refusal'

const WORDS: Readonly<Record<string, Words>> = {
  INVALID_EMAIL_OR_PASSWORD: {
    title: 'E-mail and password do not belong together',
    detail: 'Check both. Capital letters count in the password.',
  },
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: {
    title: 'There is an account with this e-mail already',
    detail: 'Sign in instead.',
  },
  USER_ALREADY_EXISTS: { title: 'There is an account with this e-mail already', detail: 'Sign in instead.' },
  PASSWORD_TOO_SHORT: { title: 'The password is too short', detail: 'Ten characters at least.' },
  PASSWORD_TOO_LONG: { title: 'The password is too long', detail: 'At most 128 characters.' },
  INVALID_EMAIL: { title: 'This is not an e-mail address', detail: 'For example you@example.com.' },
}

const TOO_MANY_REQUESTS = 429

/** Words for a refused sign-in or sign-up, by the identity service's code. */
export const authWords = (error: { code?: string | undefined; status: number }): Words => {
  if (error.status === TOO_MANY_REQUESTS)
    return { title: 'A little slower, please', detail: 'Wait a minute and try again.' }
  return (
    (error.code ? WORDS[error.code] : undefined) ?? {
      title: 'That did not go through',
      detail: 'Nothing was changed. Try again in a moment.',
    }
  )
}
