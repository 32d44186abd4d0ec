'use client'

import { Failure, type FailureProps } from '@/layout/failure'

const AdminError = (props: FailureProps) => <Failure {...props} />

export default AdminError
