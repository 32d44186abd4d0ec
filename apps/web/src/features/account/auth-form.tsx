'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/button'
import { TextField } from '@/components/input'
import { TextLink } from '@/components/text-link'
import { forgetKeptPages } from '../offline/page-cache'
import type { Words } from '../refusal'
import { authClient } from './auth-client'
import { authWords } from './auth-words'

const PASSWORD_LETTERS_MIN = 10

type Errors = { name?: string; email?: string; password?: string }

/** Sign in or make an account. Password managers may fill and paste everything. */
export const AuthForm = ({ purpose, to }: { purpose: 'sign-in' | 'sign-up'; to: string }) => {
  const isNew = purpose === 'sign-up'
  const [errors, setErrors] = useState<Errors>({})
  const [refusal, setRefusal] = useState<Words>()
  const [isBusy, setBusy] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (field: string) => String(form.get(field) ?? '')
    const [name, email, password] = [text('name').trim(), text('email').trim(), text('password')]
    const wrong: Errors = {
      ...(isNew && !name ? { name: 'Give the name we may call you.' } : {}),
      ...(/^\S+@\S+\.\S+$/.test(email) ? {} : { email: 'Give an e-mail address, for example you@example.com.' }),
      ...(isNew && password.length < PASSWORD_LETTERS_MIN
        ? { password: `Use ${PASSWORD_LETTERS_MIN} characters or more.` }
        : password
          ? {}
          : { password: 'Give your password.' }),
    }
    setErrors(wrong)
    setRefusal(undefined)
    if (Object.keys(wrong).length > 0) return
    setBusy(true)
    const { error } = isNew
      ? await authClient.signUp.email({ name, email, password })
      : await authClient.signIn.email({ email, password })
    if (error) {
      setBusy(false)
      setRefusal(authWords(error))
      return
    }
    // A whole new page: nothing the guest had cached may outlive the change of person.
    await forgetKeptPages()
    window.location.assign(to)
  }

  return (
    // By post: where no code ever runs the browser would write the password into the address.
    <form method="post" noValidate onSubmit={(event) => void submit(event)} className="flex max-w-form flex-col gap-5">
      {isNew ? <TextField label="Name" name="name" autoComplete="name" error={errors.name} /> : null}
      <TextField
        label="E-mail"
        name="email"
        type="email"
        inputMode="email"
        autoComplete={isNew ? 'email' : 'username'}
        error={errors.email}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        hint={isNew ? `${PASSWORD_LETTERS_MIN} characters or more. A sentence is fine.` : undefined}
        error={errors.password}
      />
      {refusal ? (
        <div role="alert" className="border-l-4 border-thread bg-wash px-4 py-3">
          <p className="font-medium">{refusal.title}</p>
          <p className="text-small">{refusal.detail}</p>
        </div>
      ) : null}
      <Button type="submit" size="large" wide loading={isBusy}>
        {isNew ? 'Make the account' : 'Sign in'}
      </Button>
      <p className="text-small text-soft">
        {isNew ? 'You have one already? ' : 'No account yet? '}
        <TextLink href={`/${isNew ? 'sign-in' : 'sign-up'}?to=${encodeURIComponent(to)}`}>
          {isNew ? 'Sign in' : 'Make one'}
        </TextLink>
        . Your bag comes with you.
      </p>
    </form>
  )
}
