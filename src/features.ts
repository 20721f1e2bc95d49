// THE list of features; one line per feature, nothing else. The order is that of migrations and of the demonstration.
import type { Feature } from '#platform/feature.ts'
import { discussion } from './features/discussion/feature.ts'
import { practices } from './features/practices/feature.ts'

export const features: readonly Feature[] = [discussion, practices]
