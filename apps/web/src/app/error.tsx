'use client'

import { Failure, type FailureProps } from '../layout/failure'

const RootFailure = (props: FailureProps) => (
  <main id="content">
    <Failure {...props} />
  </main>
)

export default RootFailure
