'use client'

import { Failure } from '../../layout/failure'

export default Failure
