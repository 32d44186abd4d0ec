import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AuthPage } from '@/features/account/auth-page'
import { safePath } from '@/features/account/safe-path'
import { getContext } from '@/server/root-reader'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

type Props = { searchParams: Promise<{ to?: string | string[] | undefined }> }

const SignInPage = async ({ searchParams }: Props) => {
  const [{ to }, { viewer }] = await Promise.all([searchParams, getContext()])
  if (viewer) redirect(safePath(to))
  return <AuthPage purpose="sign-in" to={safePath(to)} />
}

export default SignInPage
