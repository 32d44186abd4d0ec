import type { Metadata } from 'next'
import { QuizView } from '@/features/quiz/quiz-view'
import { getCaller } from '@/server/root-reader'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Your taste', robots: { index: false } }

const DAY_MS = 86_400_000

const QuizPage = async () => {
  const api = await getCaller()
  // Another choice each day, the same on every reload of one.
  const pieces = await api.shop.taste.quiz({ seed: Math.floor(Date.now() / DAY_MS) })
  return (
    <div className="page-width pt-8 md:pt-12">
      <QuizView pieces={pieces} />
    </div>
  )
}

export default QuizPage
