'use client'

import { Failure, type FailureProps } from '../layout/failure'
import { display, text } from './fonts'
import './globals.css'

/** Takes the place of the root layout when that itself fails. */
const GlobalFailure = (props: FailureProps) => (
  <html lang="en" className={`${display.variable} ${text.variable}`}>
    <body className="font-text text-body antialiased">
      <title>A thread broke | Selvedge</title>
      <main id="content">
        <Failure {...props} />
      </main>
    </body>
  </html>
)

export default GlobalFailure
